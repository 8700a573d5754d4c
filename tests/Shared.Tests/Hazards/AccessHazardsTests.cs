using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class AccessHazardsTests
{
    private const string Target =
        " on:\n   pull_request_target:\n jobs:\n   a:\n     steps:\n       - uses: actions/checkout@v4\n";

    [Theory]
    [InlineData("a.tf", " ingress {\n+  cidr_blocks = [\"0.0.0.0/0\"]\n }")]
    [InlineData("a.tf", "+  source_ranges = [\"0.0.0.0/0\"]")]
    [InlineData("a.tf", "+  source_address_prefix = \"*\"")]
    [InlineData("a.tf", "-  publicly_accessible = false\n+  publicly_accessible = true")]
    [InlineData("a.tf", "-  block_public_policy = true\n+  block_public_policy = false")]
    [InlineData("a.tf", "+  member = \"allUsers\"")]
    [InlineData("a.tf", " statement {\n+  actions = [\"*\"]\n   resources = [\"*\"]\n }")]
    [InlineData("a.tf", "+  policy_arn = \"arn:aws:iam::aws:policy/AdministratorAccess\"")]
    [InlineData("a.tf", "+  role = \"roles/owner\"")]
    [InlineData(
        "policy.json",
        "       \"Effect\": \"Allow\",\n-      \"Action\": [\"s3:GetObject\"],\n" +
            "+      \"Action\": \"s3:*\",")]
    [InlineData("policy.json", "       \"Effect\": \"Allow\",\n+      \"Principal\": \"*\",")]
    [InlineData(
        "policy.json",
        "       \"Effect\": \"Allow\",\n-      \"Resource\": \"arn:aws:s3:::a/*\"\n" +
            "+      \"Resource\": \"*\"")]
    [InlineData("template.yaml", "       SecurityGroupIngress:\n+        - CidrIp: 0.0.0.0/0")]
    [InlineData("deploy/pod.yaml", "     spec:\n+      hostNetwork: true")]
    [InlineData(
        "deploy/pod.yaml",
        "           securityContext:\n+            allowPrivilegeEscalation: true")]
    [InlineData(
        "deploy/pod.yaml",
        "             capabilities:\n               add:\n+                - SYS_ADMIN")]
    [InlineData("compose.yml", "     volumes:\n+      - /var/run/docker.sock:/var/run/docker.sock")]
    [InlineData("compose.yml", "   a:\n+    network_mode: host")]
    [InlineData(
        "role.yaml",
        " rules:\n - apiGroups: [\"\"]\n-  resources: [\"pods\"]\n+  resources: [\"*\"]\n" +
            "   verbs: [\"get\"]")]
    [InlineData("lib/stack.ts", "+    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));")]
    [InlineData(".github/workflows/a.yml", "+permissions: write-all")]
    [InlineData(".github/workflows/a.yml", " permissions:\n-  contents: read\n+  contents: write")]
    [InlineData(".github/workflows/a.yml", "-permissions:\n-  contents: read\n on: push")]
    [InlineData(
        ".github/workflows/a.yml",
        Target + "+        with:\n+          ref: refs/pull/${{ github.event.number }}/merge")]
    [InlineData("run.sh", "+docker run --privileged tool")]
    public static void What_opens_is_found(string path, string lines)
    {
        Assert.NotEmpty(FileDiff.Found(HazardKind.OpenAccess, FileDiff.Of(path, lines)));
    }

    [Theory]
    [InlineData("a.tf", " egress {\n+  cidr_blocks = [\"0.0.0.0/0\"]\n }")]
    [InlineData("a.tf", "+  destination_cidr_block = \"0.0.0.0/0\"")]
    [InlineData(
        "a.tf",
        " route {\n+  cidr_block = \"0.0.0.0/0\"\n+  gateway_id = aws_internet_gateway.a.id\n }")]
    [InlineData("a.tf", "+  type = \"egress\"\n+  cidr_blocks = [\"0.0.0.0/0\"]")]
    [InlineData("a.tf", "+# cidr_blocks = [\"0.0.0.0/0\"]")]
    [InlineData("a.tf", "-  cidr_blocks = [\"0.0.0.0/0\"]\n+  cidr_blocks = [\"10.0.0.0/8\"]")]
    [InlineData("a.tf", "-  block_public_acls = false\n+  block_public_acls = true")]
    [InlineData(
        "a.tf",
        "+  actions = [\"s3:GetObject\", \"s3:PutObject\"]\n+  resources = [\"${aws_s3_bucket.a.arn}/*\"]")]
    [InlineData(
        "policy.json",
        "+      \"Effect\": \"Deny\",\n+      \"Principal\": \"*\",\n+      \"Action\": \"s3:*\"")]
    [InlineData(
        "policy.json",
        "       \"Effect\": \"Allow\",\n+      \"Action\": [\"kms:Decrypt\"],\n+      \"Resource\": \"*\"")]
    [InlineData("deploy/pod.yaml", "+            privileged: false\n+            runAsNonRoot: true")]
    [InlineData(
        "deploy/pod.yaml",
        "             capabilities:\n+              drop:\n+                - ALL")]
    [InlineData("tests/data/pod.yaml", "+            privileged: true")]
    [InlineData("README.md", "+privileged: true and 0.0.0.0/0")]
    [InlineData(".github/workflows/a.yml", "-permissions: write-all\n+permissions:\n+  contents: read")]
    [InlineData(
        ".github/workflows/a.yml",
        " on: pull_request\n+          ref: ${{ github.event.pull_request.head.sha }}")]
    [InlineData("src/routes.ts", "+  app.get('*', handler);\n+  const action = '*';")]
    [InlineData("crontab.yaml", "+  schedule: \"0 * * * *\"")]
    public static void What_opens_nothing_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.OpenAccess, FileDiff.Of(path, lines)));
    }
}
