using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class ResourceHazardsTests
{
    [Theory]
    [InlineData(
        "src/a.go",
        "-const DefaultTimeout = 5 * time.Second\n+const DefaultTimeout = 30 * time.Second",
        "DefaultTimeout goes from")]
    [InlineData(
        "src/a.go",
        " db := open()\n-\tdb.SetMaxOpenConns(10)\n+\tdb.SetMaxOpenConns(100)",
        "SetMaxOpenConns")]
    [InlineData(
        "src/A.java",
        " x;\n-    config.setMaximumPoolSize(10);\n+    config.setMaximumPoolSize(50);",
        "setMaximumPoolSize")]
    [InlineData(
        "src/A.cs",
        "-    client.Timeout = TimeSpan.FromSeconds(10);\n+    client.Timeout = TimeSpan.FromSeconds(100);",
        "Timeout")]
    [InlineData(
        "src/a.py",
        "-    r = requests.get(url, timeout=5)\n+    r = requests.get(url, timeout=None)",
        "timeout goes from 5 to None")]
    [InlineData(
        "src/a.ts",
        "   retry({\n-    retries: 3,\n+    retries: 10,\n   })",
        "retries goes from 3 to 10")]
    [InlineData(
        "app.properties",
        "-spring.datasource.hikari.maximum-pool-size=10\n+spring.datasource.hikari.maximum-pool-size=20",
        "maximum-pool-size")]
    [InlineData(
        "values.yaml",
        "   resources:\n     limits:\n-      memory: 512Mi\n+      memory: 1Gi",
        "memory")]
    [InlineData(
        "values.yaml",
        "   resources:\n     limits:\n       cpu: 1\n-      memory: 512Mi",
        "memory no longer has")]
    [InlineData("deploy.yaml", " spec:\n-  replicas: 3\n+  replicas: 1", "replicas goes from 3 to 1")]
    [InlineData(
        "a.tf",
        "   function_name = \"x\"\n-  memory_size = 128\n+  memory_size = 1024",
        "memory_size")]
    [InlineData(
        "a.tf",
        "   function_name = \"x\"\n+  reserved_concurrent_executions = 1",
        "reserved_concurrent_executions")]
    [InlineData(".env.production", "-WEB_CONCURRENCY=2\n+WEB_CONCURRENCY=8", "WEB_CONCURRENCY")]
    [InlineData(
        "start.sh",
        "-exec gunicorn app --workers 2 --timeout 30\n+exec gunicorn app --workers 8 --timeout 30",
        "--workers goes from 2 to 8")]
    [InlineData("Dockerfile", "-ENV JAVA_OPTS=\"-Xmx512m\"\n+ENV JAVA_OPTS=\"-Xmx2g\"", "-Xmx")]
    [InlineData(
        "pool.xml",
        "-  <property name=\"maxPoolSize\" value=\"20\"/>\n" +
            "+  <property name=\"maxPoolSize\" value=\"50\"/>",
        "maxPoolSize")]
    [InlineData(
        "config.json",
        "   \"http\": {\n-    \"requestTimeoutMs\": 3000,\n+    \"requestTimeoutMs\": 60000,",
        "requestTimeoutMs")]
    [InlineData(
        "application.yml",
        " server:\n   tomcat:\n     threads:\n-      max: 200\n+      max: 50",
        "threads.max goes from 200 to 50")]
    [InlineData(
        "src/db.ts",
        "   const pool = new Pool({\n-    max: 10,\n+    max: 100,\n   });",
        "max goes from 10 to 100")]
    [InlineData("redis.conf", "-maxmemory 256mb\n+maxmemory 2gb", "maxmemory")]
    public static void Another_limit_is_found(string path, string lines, string says)
    {
        var found = FileDiff.Found(HazardKind.ResourceLimit, FileDiff.Of(path, lines));

        Assert.Contains(says, Assert.Single(found).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/a.go", "+// timeout = 30")]
    [InlineData("src/a.ts", "-  setTimeout(() => go(), 100);\n+  setTimeout(() => stop(), 100);")]
    [InlineData("src/a.ts", "-  throw new TimeoutError(408);\n+  throw new TimeoutError(504);")]
    [InlineData("src/a.py", "+    log.info(\"gave up: retries = 3, timeout = 30\")")]
    [InlineData("src/a.py", "+    if retries > 3:\n+        attempts = 0")]
    [InlineData("src/a.py", "+def fetch(url, timeout=30):\n+    return get(url, timeout=timeout)")]
    [InlineData("src/a.go", "-\tresult := pool.Get()\n+\tresult := pool.Get(1)")]
    [InlineData(
        "deploy.yaml",
        "   containers:\n     - name: a\n       image: a\n+    - name: b\n+      image: b\n" +
            "+      resources:\n+        limits:\n+          memory: 128Mi")]
    [InlineData("tests/a.py", "-    timeout = 5\n+    timeout = 50")]
    [InlineData(".github/workflows/a.yml", "-    timeout-minutes: 10\n+    timeout-minutes: 20")]
    [InlineData("docs/config.yaml", "-timeout: 5\n+timeout: 50")]
    [InlineData(
        "values.yaml",
        "       limits:\n-        memory: 128Mi\n         cpu: 1\n+        memory: 128Mi")]
    [InlineData("style.css", "-  max-width: 100px;\n+  max-width: 200px;")]
    [InlineData("config.yaml", "-image: worker:1\n+image: worker:2")]
    public static void What_limits_nothing_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.ResourceLimit, FileDiff.Of(path, lines)));
    }

    [Fact]
    public static void A_limit_that_comes_with_a_new_file_is_quiet()
    {
        Assert.Empty(FindHazards.In(FileDiff.New("config.yaml", "timeout: 30\nretries: 3")));
    }
}
