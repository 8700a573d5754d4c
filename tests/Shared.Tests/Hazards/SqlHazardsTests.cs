using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class SqlHazardsTests
{
    [Theory]
    [InlineData("a.sql", "+DROP TABLE IF EXISTS shop.orders CASCADE;", "shop.orders")]
    [InlineData("a.sql", "+drop schema old cascade;", "SCHEMA deletes old")]
    [InlineData("a.sql", "+TRUNCATE orders, lines;", "every row of orders")]
    [InlineData("a.sql", "+DELETE FROM sessions;", "empties sessions")]
    [InlineData("a.sql", "+UPDATE refunds\n+SET amount = 0;", "every row of refunds")]
    [InlineData("a.sql", "+WITH x AS (SELECT 1 WHERE true) DELETE FROM carts USING x;", "empties carts")]
    [InlineData("a.sql", "+ALTER TABLE a ADD COLUMN x int, DROP COLUMN y;", "a.y")]
    [InlineData("a.sql", "+ALTER TABLE `a` DROP `y`;", "a.y")]
    [InlineData(
        "prisma/migrations/1/migration.sql",
        "+ALTER TABLE \"User\" DROP COLUMN \"age\";",
        "User.age")]
    [InlineData(
        "db/migrate/1_x.rb",
        "+class X < ActiveRecord::Migration[7.0]\n+  def change\n+    drop_table :users\n+  end\n+end",
        "users")]
    [InlineData("db/migrate/2_x.rb", "+    remove_columns :users, :a, :b", "remove_columns")]
    [InlineData("db/migrate/3_x.rb", "+    execute \"DELETE FROM users\"", "empties users")]
    [InlineData(
        "migrations/0002_x.py",
        "+        migrations.RemoveField(\n+            model_name=\"order\",\n" +
            "+            name=\"note\",\n+        ),",
        "order")]
    [InlineData("alembic/versions/1.py", "+def upgrade():\n+    op.drop_table(\"people\")", "people")]
    [InlineData("migrations/1_x.py", "+    migrations.RunSQL(\"TRUNCATE TABLE people\")", "people")]
    [InlineData(
        "Migrations/1_X.cs",
        "+        migrationBuilder.DropColumn(\n+            name: \"Note\",\n" +
            "+            table: \"Orders\");",
        "Orders")]
    [InlineData(
        "Migrations/2_X.cs",
        "+        migrationBuilder.Sql(\"UPDATE Orders SET Note = ''\");",
        "every row of Orders")]
    [InlineData("migrations/1.js", "+  await queryInterface.removeColumn('Orders', 'note');", "Orders")]
    [InlineData(
        "src/migrations/1.ts",
        "+    await queryRunner.query(`ALTER TABLE \"a\" DROP COLUMN \"b\"`);",
        "a.b")]
    [InlineData(
        "database/migrations/1.php",
        "+        Schema::table('a', function ($table) {\n+            $table->dropColumn('b');",
        "dropColumn")]
    [InlineData("database/migrations/2.php", "+        Schema::drop('old_things');", "old_things")]
    [InlineData("db/changelog/1.xml", "+    <dropTable tableName=\"person\"/>", "person")]
    [InlineData(
        "db/changelog/1.yaml",
        "+  - dropColumn:\n+      tableName: person\n+      columnName: age",
        "person")]
    [InlineData("priv/repo/migrations/1.exs", "+    drop table(:users)", "users")]
    [InlineData("app/jobs/clean.rb", "+    Session.delete_all", "empties Session")]
    [InlineData("app/x.py", "+    Session.objects.all().delete()", "Session")]
    [InlineData("src/x.js", "+  await db.collection('a').deleteMany({})", "every document")]
    [InlineData("src/X.java", "+    jdbc.update(\"DELETE FROM carts\");", "empties carts")]
    [InlineData(
        "src/X.java",
        "+    jdbc.update(\"UPDATE carts \" +\n+        \"SET open = 0\");",
        "every row of carts")]
    [InlineData("a.sql", "+DELETE FROM logs WHERE 1 = 1;", "empties logs")]
    [InlineData(
        "liquibase/a.xml",
        "+        <sql>DELETE FROM t</sql>\n+        <rollback><dropTable tableName=\"z\"/></rollback>",
        "empties t")]
    public static void What_loses_rows_is_found(string path, string lines, string says)
    {
        var found = FileDiff.Found(HazardKind.DestructiveSql, FileDiff.Whole(path, lines));

        Assert.Contains(says, Assert.Single(found).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.sql", "+CREATE UNIQUE INDEX i ON orders (a);")]
    [InlineData("a.sql", "+ALTER TABLE orders ALTER COLUMN a SET DATA TYPE bigint;")]
    [InlineData("a.sql", "+ALTER TABLE orders MODIFY COLUMN a VARCHAR(10) NOT NULL;")]
    [InlineData("a.sql", "+ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0);")]
    [InlineData("a.sql", "+ALTER TABLE orders ADD PRIMARY KEY (a);")]
    [InlineData("a.sql", "+LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;")]
    [InlineData("a.sql", "+VACUUM FULL orders;")]
    [InlineData("a.sql", "+REINDEX TABLE orders;")]
    [InlineData("a.sql", "+ALTER TABLE dbo.Orders ALTER COLUMN Note nvarchar(50) NOT NULL;")]
    [InlineData("a.sql", "+ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();")]
    [InlineData("alembic/versions/1.py", "+    op.create_index('i', 'orders', ['a'])")]
    [InlineData("alembic/versions/1.py", "+    op.alter_column('orders', 'a', type_=sa.BigInteger())")]
    [InlineData(
        "Migrations/1.cs",
        "+        migrationBuilder.CreateIndex(\n+            name: \"IX\",\n" +
            "+            table: \"Orders\",\n+            column: \"A\");")]
    [InlineData("db/migrate/1.rb", "+    add_reference :orders, :shop, foreign_key: true")]
    [InlineData("db/migrate/1.rb", "+    change_column_null :orders, :a, false")]
    [InlineData("database/migrations/1.php", "+            $table->string('name', 50)->change();")]
    [InlineData(
        "migrations/1.js",
        "+    return knex.schema.alterTable('a', t => {\n+      t.index(['b']);\n+    });")]
    [InlineData("priv/repo/migrations/1.exs", "+    create index(:orders, [:a])")]
    public static void What_locks_a_table_is_found(string path, string lines)
    {
        Assert.Single(FileDiff.Found(HazardKind.LockingSql, FileDiff.Whole(path, lines)));
    }

    [Theory]
    [InlineData("a.sql", "+-- DROP TABLE orders;\n+/* DELETE FROM a;\n+   TRUNCATE b; */")]
    [InlineData("a.sql", "+DELETE FROM sessions\n+ WHERE expired;")]
    [InlineData("a.sql", "+INSERT INTO log (text) VALUES ('DROP TABLE x; DELETE FROM y');")]
    [InlineData("a.sql", "+INSERT INTO a (b) VALUES (1) ON CONFLICT (b) DO UPDATE SET b = 2;")]
    [InlineData(
        "a.sql",
        "+CREATE TABLE new_a (x int);\n+INSERT INTO new_a SELECT x FROM a;\n+DROP TABLE a;\n" +
            "+ALTER TABLE new_a RENAME TO a;")]
    [InlineData("a.sql", "+CREATE INDEX CONCURRENTLY i ON orders (a);\n+REINDEX TABLE CONCURRENTLY orders;")]
    [InlineData(
        "a.sql",
        "+ALTER TABLE orders DROP CONSTRAINT c;\n+ALTER TABLE orders ALTER COLUMN a DROP NOT NULL;")]
    [InlineData("a.sql", "+ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0) NOT VALID;")]
    [InlineData("a.sql", "-DROP TABLE orders;\n select 1;\n+DROP TABLE orders;")]
    [InlineData("a.down.sql", "+DROP TABLE orders;")]
    [InlineData("m/1.sql", "+-- migrate:up\n+CREATE TABLE a (x int);\n+-- migrate:down\n+DROP TABLE a;")]
    [InlineData(
        "db/migrate/1.rb",
        "+  def down\n+    drop_table :users\n+    execute \"DELETE FROM a\"\n+  end")]
    [InlineData(
        "alembic/versions/1.py",
        "+def downgrade():\n+    op.drop_table('a')\n+    op.drop_column('b', 'c')")]
    [InlineData(
        "Migrations/1.cs",
        "+    protected override void Down(MigrationBuilder migrationBuilder)\n+    {\n" +
            "+        migrationBuilder.DropTable(name: \"A\");\n+    }")]
    [InlineData(
        "src/migrations/1.ts",
        "+    public async down(queryRunner: QueryRunner): Promise<void> {\n" +
            "+        await queryRunner.query(`DROP TABLE \"a\"`);\n+    }")]
    [InlineData(
        "database/migrations/1.php",
        "+    public function down(): void\n+    {\n+        Schema::dropIfExists('a');\n+    }")]
    [InlineData(
        "src/ui.ts",
        "+  toast(\"Delete from list?\");\n+  hint(\"Update your profile\");\n+  help('Drop table here');")]
    [InlineData("tests/test_x.py", "+    db.execute(\"DELETE FROM users\")")]
    [InlineData("docs/x.md", "+DROP TABLE users;")]
    [InlineData("src/x.py", "+    cursor.execute(\"DELETE FROM users WHERE id = %s\", (id,))")]
    [InlineData("src/x.js", "+  db.query(\"DELETE FROM \" + table + \" WHERE id = ?\")")]
    [InlineData("src/x.py", "+    \"\"\"\n+    DROP TABLE users;\n+    \"\"\"")]
    [InlineData(
        "a.sql",
        "+CREATE TABLE parts (id int);\n+CREATE INDEX i ON parts (id);\n" +
            "+ALTER TABLE parts ADD PRIMARY KEY (id);")]
    [InlineData(
        "db/migrate/1.rb",
        "+    create_table :users do |t|\n+      t.string :name\n+    end\n+    add_index :users, :name")]
    [InlineData(
        "Migrations/1.cs",
        "+        migrationBuilder.CreateTable(\n+            name: \"Orders\");\n" +
            "+        migrationBuilder.CreateIndex(\n+            name: \"IX\",\n" +
            "+            table: \"Orders\",\n+            column: \"A\");")]
    public static void What_loses_and_locks_nothing_is_quiet(string path, string lines)
    {
        Assert.DoesNotContain(
            FindHazards.In(FileDiff.Whole(path, lines)),
            hazard => hazard.Kind is HazardKind.DestructiveSql or HazardKind.LockingSql);
    }

    [Fact]
    public static void A_condition_that_is_taken_out_is_told_where_it_stood()
    {
        var file = FileDiff.Of("a.sql", " UPDATE carts\n SET open = false\n-WHERE age > 30;\n+;\n \n SELECT 1;");

        var hazard = Assert.Single(FindHazards.In(file));

        Assert.Equal((3, true, "WHERE age > 30;"), (hazard.Line, hazard.Removed, hazard.Quote));
        Assert.Equal("UPDATE without WHERE rewrites every row of carts", hazard.Why);
    }
}
