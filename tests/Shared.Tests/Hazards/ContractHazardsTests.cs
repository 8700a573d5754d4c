using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class ContractHazardsTests
{
    [Theory]
    [InlineData("a.proto", " message A {\n-  string name = 2;\n }")]
    [InlineData("a.proto", " message A {\n-  string name = 2;\n+  string name = 3;\n }")]
    [InlineData("a.proto", " message A {\n-  int32 age = 2;\n+  repeated int32 age = 2;\n }")]
    [InlineData("a.proto", " enum A {\n-  OLD = 1;\n }")]
    [InlineData("a.proto", " service S {\n-  rpc Get(GetRequest) returns (GetReply);\n }")]
    [InlineData(
        "a.proto",
        " service S {\n-  rpc Get(GetRequest) returns (GetReply);\n" +
            "+  rpc Get(GetRequest) returns (Other);\n }")]
    [InlineData(
        "a.proto",
        "-message Old {\n-  string a = 1;\n-  string b = 2;\n-  string c = 3;\n-  string d = 4;\n-}")]
    [InlineData("a.proto", "-package shop.v1;\n+package shop.v2;")]
    [InlineData("a.graphql", "-type Old {\n-  a: Int\n-  b: Int\n-  c: Int\n-  d: Int\n-}")]
    [InlineData("a.graphql", " type A {\n-  name: String!\n+  name: String\n }")]
    [InlineData("a.graphql", " type A {\n-  count: Int\n+  count: Float\n }")]
    [InlineData(
        "a.graphql",
        " type Query {\n-  orders(first: Int): [Order!]!\n+  orders(first: Int, shop: ID!): [Order!]!\n }")]
    [InlineData("a.graphql", " enum Color {\n   RED\n-  BLUE\n }")]
    [InlineData("a.graphql", " input NewOrder {\n   a: Int\n+  shop: ID!\n }")]
    [InlineData(
        "openapi.yaml",
        " paths:\n-  /orders/{id}:\n-    get:\n-      operationId: getOrder\n-      responses:\n" +
            "-        '200': {}\n   /x:\n     get: {}")]
    [InlineData(
        "openapi.yaml",
        "         properties:\n           id:\n-            type: integer\n+            type: string")]
    [InlineData(
        "openapi.yaml",
        "           type: string\n           enum:\n             - open\n-            - closed")]
    [InlineData(
        "openapi.yaml",
        "         - name: limit\n           in: query\n-          required: false\n" +
            "+          required: true")]
    [InlineData("api/swagger.json", "-      \"required\": [\"a\"],\n+      \"required\": [\"a\", \"b\"],")]
    [InlineData(
        "docs/openapi.yaml",
        "       parameters:\n-        - name: limit\n-          in: query\n         - name: page\n" +
            "           in: query")]
    [InlineData(
        "openapi.yaml",
        "       parameters:\n         - name: page\n           in: query\n+        - name: shop\n" +
            "+          in: header\n+          required: true")]
    public static void What_old_clients_stumble_over_is_found(string path, string lines)
    {
        Assert.Single(FileDiff.Found(HazardKind.ContractBreak, FileDiff.Of(path, lines)));
    }

    [Theory]
    [InlineData("a.proto", " message A {\n-  string name = 2;\n+  string full_name = 2;\n }")]
    [InlineData("a.proto", " message A {\n-  int32 age = 2;\n+  int64 age = 2;\n }")]
    [InlineData(
        "a.proto",
        " message A {\n-  string a = 1;\n-  string b = 2;\n+  string b = 2;\n+  string a = 1;\n }")]
    [InlineData("a.proto", " message A {\n-  string a = 1;\n+  reserved 1 to 3;\n }")]
    [InlineData("a.proto", " message A {\n-  // string a = 1;\n+  string b = 4;\n }")]
    [InlineData("a.proto", "+message New {\n+  string a = 1;\n+}")]
    [InlineData("a.graphql", " type A {\n-  name: String\n+  name: String!\n }")]
    [InlineData("a.graphql", " type Query {\n-  orders: [Order]\n+  orders(first: Int): [Order]\n }")]
    [InlineData(
        "a.graphql",
        " type A {\n-  # old: Int\n-  \"\"\"\n-  Note: this is prose.\n-  \"\"\"\n   a: Int\n }")]
    [InlineData("a.graphql", " type A {\n-  a: Int\n   b: Int\n+  a: Int\n }")]
    [InlineData(
        "openapi.yaml",
        "       get:\n-        summary: Old\n-        description: Long text\n+        summary: New\n" +
            "         operationId: x")]
    [InlineData(
        "openapi.yaml",
        " paths:\n+  /new:\n+    get:\n+      operationId: getNew\n+      parameters:\n" +
            "+        - name: a\n+          in: query\n+          required: true")]
    [InlineData(
        "openapi.yaml",
        "         properties:\n           id:\n             type: integer\n+          note:\n" +
            "+            type: string")]
    [InlineData("config.yaml", "-  /old:\n-    path: x\n   other: 1")]
    [InlineData("tests/a.proto", " message A {\n-  string name = 2;\n }")]
    [InlineData(
        "api/openapi.yaml",
        "     OrderResponse:\n       type: object\n       required:\n         - id\n" +
            "+        - total\n       properties: {}")]
    public static void What_old_clients_do_not_notice_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.ContractBreak, FileDiff.Of(path, lines)));
    }

    [Fact]
    public static void A_contract_that_is_deleted_is_told_once()
    {
        var hazards = FindHazards.In(
            FileDiff.Gone("a.proto", "syntax = \"proto3\";\nmessage A {\n  string a = 1;\n}"));

        Assert.Equal((1, true), (Assert.Single(hazards).Line, hazards[0].Removed));
    }
}
