using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class SecurityHazardsTests
{
    private static readonly string GitHubToken = "ghp" + "_" + new string('a', 30) + "123456";

    [Theory]
    [InlineData("app/a.py", "-@login_required\n def show(request):")]
    [InlineData(
        "app/a.py",
        "-    permission_classes = [IsAuthenticated]\n+    permission_classes = [AllowAny]")]
    [InlineData("app/a.py", "-    requests.get(url)\n+    requests.get(url, verify=False)")]
    [InlineData("src/A.cs", "-    [Authorize(Roles = \"Admin\")]\n     public IActionResult Delete()")]
    [InlineData("src/A.cs", "+    [AllowAnonymous]\n     public IActionResult List()")]
    [InlineData("src/A.java", "-    @PreAuthorize(\"hasRole('ADMIN')\")\n     public void delete() {")]
    [InlineData("src/A.java", "+            .csrf(c -> c.disable())")]
    [InlineData("src/a.go", "-\t\tInsecureSkipVerify: false,\n+\t\tInsecureSkipVerify: true,")]
    [InlineData(
        "src/a.ts",
        "-  const claims = jwt.verify(token, key);\n+  const claims = jwt.decode(token);")]
    [InlineData("src/a.ts", "+  res.setHeader('Access-Control-Allow-Origin', '*');")]
    [InlineData("src/a.ts", "+    app.use(cors({ origin: true }));")]
    [InlineData("src/a.go", "+\tif !user.IsAdmin() {\n+\t\treturn\n+\t}")]
    [InlineData("app/a.rb", "-  before_action :authenticate_user!\n   def show")]
    [InlineData("src/a.php", "+    if (!$this->isGranted('ROLE_ADMIN') || !checkPassword($p)) {")]
    [InlineData("config.yaml", "-  auth_enabled: true\n+  auth_enabled: false")]
    [InlineData("config.yaml", "+  insecure_skip_tls_verify: true")]
    [InlineData("src/a.py", "+API_KEY = \"k3y-4711-abcdef\"")]
    [InlineData("values.yaml", "+  adminPassword: s3cr3t-4711")]
    [InlineData(
        "src/a.ts",
        "   res.cookie('sid', id, {\n-    httpOnly: true,\n+    httpOnly: false,\n   });")]
    public static void Code_that_decides_who_may_do_what_is_found(string path, string lines)
    {
        Assert.NotEmpty(FileDiff.Found(HazardKind.SecurityCode, FileDiff.Of(path, lines)));
    }

    [Theory]
    [InlineData("src/a.ts", "+import { login } from './auth';")]
    [InlineData("src/a.ts", "+  // check the password and the session token")]
    [InlineData("src/a.ts", "+  const title = 'Reset your password (login)';")]
    [InlineData("src/a.ts", "+  logger.info(`login(${user}) failed`);")]
    [InlineData("src/a.tsx", "+      <LoginForm onSubmit={submit} />")]
    [InlineData("src/a.py", "+author = authors.find(authority)")]
    [InlineData("src/a.css", "+.login-button { color: red; }")]
    [InlineData("tests/test_a.py", "+    client.login(password=\"s3cr3t-4711\")")]
    [InlineData("README.md", "+Set `API_KEY = \"k3y-4711-abcdef\"`.")]
    [InlineData("src/a.py", "+API_KEY = os.environ[\"API_KEY\"]")]
    [InlineData("values.yaml", "+  passwordSecretName: db-secret-1\n+  existingSecret: \"\"")]
    [InlineData("values.yaml", "+  password: ${DB_PASSWORD_1}")]
    [InlineData(
        "locales/en.json",
        "+  \"forgot_password\": \"Forgot your password?\",\n+  \"token\": \"Token 2\"")]
    [InlineData("src/a.go", "+\ttokens := strings.Fields(line)\n+\tfor i, token := range tokens {")]
    [InlineData("src/a.py", "-    count = tokenizer.encode(text)\n+    count = len(tokenizer.encode(text))")]
    public static void What_only_sounds_like_it_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.SecurityCode, FileDiff.Of(path, lines)));
    }

    [Fact]
    public static void An_issued_token_is_told_by_its_maker()
    {
        var hazard = Assert.Single(FindHazards.In(FileDiff.Of("deploy.yaml", $"+  args: [{GitHubToken}]")));

        Assert.StartsWith("a GitHub token stands in the repository", hazard.Why, StringComparison.Ordinal);
    }

    [Fact]
    public static void One_run_of_changes_is_told_where_it_begins()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 40).Select(number => $"+  authorize(user, {number});"));

        Assert.Equal(4, FindHazards.In(FileDiff.Of("src/a.ts", " x\n" + lines)).Count);
    }
}
