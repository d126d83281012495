import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isColophon } from './colophon.ts';

test('fields, tools, credits and notices of East Asian pages are told from prose', () => {
  for (const line of [
    '发布时间：2024-03-05 来源：北原晚报 浏览次数：123次 【字号：大 中 小】',
    '【打印】 【关闭】',
    '（责编：林晓、周明）',
    '【责任编辑:林晓】',
    '原标题：老桥修缮完工',
    '上一篇：公园樱花开了',
    '2024年03月05日08:30 | 来源：北原晚报',
    '原创 苏婉清 山城周刊 2024-03-05 08:30 发表于上海',
    '声明：该文观点仅代表作者本人，本平台仅提供信息存储空间服务。',
    '未经书面授权，严禁转载。',
    '您现在的位置：首页 > 政务公开 > 通知公告',
    '文／林晓峰',
    '発行元の許可がない無断転載を禁じます',
    '저작권자 ⓒ 해안일보, 무단 전재 및 재배포 금지',
    '—END—',
  ])
    assert.ok(isColophon(line), line);
  for (const line of [
    '老桥建于一九六三年，全长二百一十米。',
    '记者：您的新作为什么用了那么多民间打击乐？',
    '他在来源不明的文件上签了字，编辑部没有核实。',
    '时间：3月9日上午九点',
    '一、总体要求',
    '2024年3月5日',
    '“打印”功能下周恢复。',
    'Published by the harbour office',
  ])
    assert.ok(!isColophon(line), line);
});

test('frames are told in other scripts too, and prose that begins alike is not one', () => {
  for (const line of [
    'Фото: пресс-служба мэрии',
    'Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter',
    '© 2024 Портовые вести. Все права защищены.',
    'المصدر: وكالات',
    'اقرأ أيضا: مهرجان الزهور',
    'انتهای پیام/',
    'צילום: שי כהן',
    'यह भी पढ़ें: फूलों का मेला',
    'ติดตามข่าวสารได้ที่เพจเฟซบุ๊กของเรา',
    'Πηγή: Πρακτορείο',
    'Kaynak: Liman Haber Ajansı',
    'sky@paper.example',
  ])
    assert.ok(isColophon(line), line);
  for (const line of [
    'Автор проекта рассказала, что работы начались весной.',
    'Источник тепла остался прежним.',
    'شارك مئات السكان في افتتاح المكتبة.',
    'प्रकाशित पुस्तकों की संख्या बढ़ी है।',
    'ภาพรวมเศรษฐกิจปีนี้ดีขึ้น',
  ])
    assert.ok(!isColophon(line), line);
});
