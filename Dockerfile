# The image of the GitHub Action. Both bases can be replaced, by local ones or by a mirror.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled

FROM ${SDK_IMAGE} AS publish
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY shared shared
COPY action action
RUN dotnet publish action -c Release -r linux-x64 --self-contained -o /published \
    -p:RunAnalyzers=false -p:DebugType=none -p:PublishReadyToRun=true -p:PublishSingleFile=true \
    -p:PublishTrimmed=true -p:TrimMode=full

FROM ${RUNTIME_IMAGE} AS action
COPY --from=publish /published/sentinel /usr/local/bin/sentinel
# The runner's files belong to root, and GitHub demands that an action runs as root; some bases name another user.
USER 0:0
ENTRYPOINT ["/usr/local/bin/sentinel", "action"]
