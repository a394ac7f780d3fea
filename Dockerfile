# fairlead with a Java runtime of its own.
#
#   docker build -t fairlead .
#   docker run --rm -v "$PWD:/specs" fairlead check .
#   docker run --rm -v "$PWD:/specs" -u "$(id -u):$(id -g)" fairlead render --output-dir out specs
#
# Without arguments it is a KRM function: docs/kustomize.md shows kustomize running the image, and
# examples/argocd makes a sidecar for Argo CD of it. The image has no git, which --tracked needs.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Pdist -Dmaven.test.skip=true package \
 && mkdir /opt/fairlead \
 && tar -xzf target/fairlead-*.tar.gz -C /opt/fairlead --strip-components=1

FROM debian:trixie-slim
COPY --from=build /opt/fairlead /opt/fairlead
RUN ln -s /opt/fairlead/bin/fairlead /usr/local/bin/fairlead
WORKDIR /specs
USER 65532:65532
# With this option a JVM starts only if it can use the archive of loaded classes.
RUN JDK_JAVA_OPTIONS=-XX:AOTMode=on fairlead --version
ENTRYPOINT ["fairlead"]
