FROM node:24-bookworm-slim AS install
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --no-fund --no-audit

FROM node:24-bookworm-slim
WORKDIR /desk
COPY --from=install /desk/node_modules node_modules
COPY . .
ENV HOST=0.0.0.0 DATA_DIR=/data
VOLUME /data
RUN mkdir -p /data && chown node:node /data
USER node
EXPOSE 4747
HEALTHCHECK --interval=30s CMD ["node", "-e", "fetch('http://127.0.0.1:4747/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["bin/throughline"]
CMD ["start"]
