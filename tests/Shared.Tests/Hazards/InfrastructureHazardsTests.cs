using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class InfrastructureHazardsTests
{
    [Theory]
    [InlineData(
        "a.tf",
        "-resource \"aws_s3_bucket\" \"logs\" {\n-  bucket = \"x\"\n-}",
        "aws_s3_bucket.logs")]
    [InlineData("a.tf", "-module \"db\" {\n-  source = \"./db\"\n-}", "module.db")]
    [InlineData(
        "a.tf",
        "-resource \"aws_sqs_queue\" \"a\" {\n+resource \"aws_sqs_queue\" \"b\" {\n   name = \"q\"\n }",
        "aws_sqs_queue.a")]
    [InlineData(
        "a.tf",
        "-resource \"aws_sqs_queue\" \"a\" {}\n+# resource \"aws_sqs_queue\" \"a\" {}",
        "aws_sqs_queue.a")]
    [InlineData("a.tf", " lifecycle {\n-  prevent_destroy = true\n }", "prevent_destroy")]
    [InlineData(
        "a.tf",
        "-  deletion_protection = true\n+  deletion_protection = false",
        "deletion_protection")]
    [InlineData(
        "a.tf",
        " resource \"aws_db_instance\" \"a\" {\n-  identifier = \"x\"\n+  identifier = \"y\"\n }",
        "identifier")]
    [InlineData("a.tf", "+  count = 0", "count")]
    [InlineData(
        "a.tf",
        "-  backup_retention_period = 7\n+  backup_retention_period = 0",
        "backup_retention_period")]
    [InlineData(
        "stack.yaml",
        " Resources:\n-  Table:\n-    Type: AWS::DynamoDB::Table\n-    Properties: {}\n   Other:\n" +
            "     Type: AWS::SQS::Queue",
        "Table")]
    [InlineData(
        "stack.json",
        "-      \"DeletionPolicy\": \"Retain\",\n       \"Type\": \"AWS::S3::Bucket\"",
        "DeletionPolicy")]
    [InlineData(
        "k8s/db.yaml",
        "-apiVersion: v1\n-kind: PersistentVolumeClaim\n-metadata:\n-  name: data\n----\n" +
            " apiVersion: v1\n kind: Service\n metadata:\n   name: web",
        "PersistentVolumeClaim data")]
    [InlineData("k8s/kustomization.yaml", " resources:\n-- db.yaml\n - web.yaml", "db.yaml")]
    [InlineData("apps/x.yaml", "     automated:\n+      prune: true", "prune")]
    [InlineData(
        "lib/stack.ts",
        "-      removalPolicy: cdk.RemovalPolicy.RETAIN,\n+      removalPolicy: cdk.RemovalPolicy.DESTROY,",
        "RemovalPolicy.DESTROY")]
    [InlineData(
        "lib/stack.ts",
        "-    const t = new dynamodb.Table(this, \"Orders\", {\n-      x: 1,\n-    });",
        "Table Orders")]
    [InlineData("index.ts", "-  protect: true,\n   bucket: b,", "protect")]
    [InlineData(
        "a.bicep",
        "-resource disk 'Microsoft.Compute/disks@2023-01-02' = {\n-  name: 'x'\n-}",
        "resource disk")]
    public static void What_an_apply_destroys_is_found(string path, string lines, string says)
    {
        var found = FileDiff.Found(HazardKind.InfrastructureDestroy, FileDiff.Of(path, lines));

        Assert.Contains(says, Assert.Single(found).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.tf", "-data \"aws_ami\" \"x\" {}\n-variable \"y\" {}\n-output \"z\" {}\n-locals {}")]
    [InlineData("a.tf", "-resource \"null_resource\" \"x\" {\n-}")]
    [InlineData(
        "a.tf",
        "-resource \"aws_sqs_queue\" \"a\" {}\n+moved {\n+  from = aws_sqs_queue.a\n" +
            "+  to = aws_sqs_queue.b\n+}")]
    [InlineData(
        "a.tf",
        "-resource \"aws_sqs_queue\" \"a\" {\n-  name = \"q\"\n-}\n x = 1\n" +
            "+resource \"aws_sqs_queue\" \"a\" {\n+  name = \"q\"\n+}")]
    [InlineData("a.tf", "-# resource \"aws_sqs_queue\" \"a\" {}")]
    [InlineData("a.tf", "-  force_destroy = true")]
    [InlineData("a.tf", "-  deletion_protection = false\n+  deletion_protection = true")]
    [InlineData("a.tf", "-  count = 2\n+  count = 3")]
    [InlineData("examples/a/main.tf", "-resource \"aws_sqs_queue\" \"a\" {}")]
    [InlineData(
        "k8s/a.yaml",
        "-apiVersion: apps/v1beta1\n+apiVersion: apps/v1\n kind: Deployment\n metadata:\n   name: web")]
    [InlineData("Chart.yaml", "-apiVersion: v1\n+apiVersion: v2\n name: web")]
    [InlineData(
        "catalog-info.yaml",
        "-apiVersion: backstage.io/v1alpha1\n-kind: Component\n-metadata:\n-  name: x")]
    [InlineData(
        "stack.yaml",
        "-    DeletionPolicy: Delete\n+    DeletionPolicy: Retain\n     Type: AWS::S3::Bucket")]
    [InlineData("lib/stack.ts", "-    const x = new Map(this, \"x\");\n-    const y = new Widget(\"y\");")]
    [InlineData(
        "a.tf",
        " resource \"aws_db_instance\" \"a\" {\n-  instance_class = \"db.t3.small\"\n" +
            "+  instance_class = \"db.t3.large\"\n }")]
    public static void What_stays_or_stands_for_nothing_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.InfrastructureDestroy, FileDiff.Of(path, lines)));
    }

    [Fact]
    public static void A_resource_that_moves_to_another_file_of_its_module_is_not_destroyed()
    {
        const string Block = "resource \"aws_sqs_queue\" \"a\" {\n  name = \"q\"\n}";

        var moved = FindHazards.In([FileDiff.Gone("infra/a.tf", Block), FileDiff.New("infra/b.tf", Block)]);
        var copied = FindHazards.In([FileDiff.Gone("infra/a.tf", Block), FileDiff.New("other/b.tf", Block)]);

        Assert.Empty(moved);
        Assert.Equal(HazardKind.InfrastructureDestroy, Assert.Single(copied).Kind);
    }
}
