using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class TestHazardsTests
{
    [Theory]
    [InlineData("tests/test_a.py", " \n-def test_adds():\n-    assert 1\n ")]
    [InlineData("tests/test_a.py", "+@pytest.mark.skip(reason=\"later\")\n def test_adds():\n     assert 1")]
    [InlineData("a_test.go", "-func TestAdds(t *testing.T) {\n-}\n ")]
    [InlineData("a_test.go", " func TestAdds(t *testing.T) {\n+\tt.Skip(\"flaky\")\n }")]
    [InlineData("src/a.test.ts", "-  it('adds', () => {\n-  });\n   it('b', () => {});")]
    [InlineData("src/a.test.ts", "-  it('adds', () => {\n+  it.only('adds', () => {")]
    [InlineData("src/a.test.ts", "-  describe('adds', () => {\n+  xdescribe('adds', () => {")]
    [InlineData("src/test/java/ATest.java", "+  @Disabled\n   @Test\n   void adds() {")]
    [InlineData("src/test/java/ATest.java", "-  @Test\n-  void adds() {\n-  }\n ")]
    [InlineData("A.Tests/ATests.cs", "-    [Fact]\n-    public void Adds()\n-    {\n-    }\n ")]
    [InlineData("src/a.rs", "     #[test]\n+    #[ignore]\n     fn adds() {")]
    [InlineData("spec/a_spec.rb", "-  it \"adds\" do\n-  end\n ")]
    [InlineData("spec/a_spec.rb", "   it \"adds\" do\n+    skip \"later\"\n   end")]
    [InlineData(
        "tests/ATest.php",
        "     public function testAdds(): void {\n+        $this->markTestSkipped('later');")]
    [InlineData("test/a_test.exs", "+  @tag :skip\n   test \"adds\" do")]
    [InlineData("test/a_test.cc", "-TEST(Math, Adds) {\n-}\n ")]
    [InlineData(".github/workflows/ci.yml", "-      - run: npm test\n       - run: npm run build")]
    [InlineData(".gitlab-ci.yml", "   script:\n-    - mvn verify\n+    - mvn package -DskipTests")]
    [InlineData(
        ".github/workflows/ci.yml",
        "-      - run: go test ./...\n+      - run: go test ./... || true")]
    [InlineData(
        ".github/workflows/ci.yml",
        "       - name: Test\n+        if: false\n         run: npm test")]
    [InlineData("pom.xml", "+        <skipTests>true</skipTests>")]
    [InlineData("test/a_test.dart", "-  test('adds', () {\n+  test('adds', skip: 'flaky', () {")]
    public static void A_test_that_no_longer_runs_is_found(string path, string lines)
    {
        Assert.NotEmpty(FileDiff.Found(HazardKind.TestRemoved, FileDiff.Of(path, lines)));
    }

    [Theory]
    [InlineData("tests/test_a.py", "-def test_adds():\n+def test_adds_numbers():\n     assert 1")]
    [InlineData("tests/test_a.py", "-def helper():\n-    return 1")]
    [InlineData("tests/test_a.py", "+@pytest.mark.skip\n+def test_new():\n+    assert 1\n ")]
    [InlineData("tests/test_a.py", "-@pytest.mark.skip\n def test_adds():\n     assert 1")]
    [InlineData("tests/test_a.py", "-def test_a():\n-    pass\n \n+def test_a():\n+    pass")]
    [InlineData("src/a.test.ts", "-  it('adds', () => {\n+  it('adds numbers', () => {")]
    [InlineData("src/a.test.ts", "-  it('adds', () => {\n+  it('adds', async () => {")]
    [InlineData("src/a.ts", "+  list.skip(1).only('a');\n+  it.skip('x');")]
    [InlineData("src/test/java/ATest.java", "+  // @Ignore\n   @Test\n   public void adds() {")]
    [InlineData("src/a.rs", "-fn helper() {}\n+fn other() {}")]
    [InlineData(".github/workflows/ci.yml", "-      - run: npm test\n+      - run: npm test -- --coverage")]
    [InlineData("README.md", "-npm test\n+npm install")]
    [InlineData("a_test.go", "-func TestOld(t *testing.T) {\n+func TestNew(t *testing.T) {\n \tcheck(t)")]
    public static void A_test_that_stays_or_never_ran_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.TestRemoved, FileDiff.Of(path, lines)));
    }

    [Fact]
    public static void A_deleted_test_file_is_told_at_its_first_line_with_the_number_of_its_tests()
    {
        var file = FileDiff.Gone(
            "tests/test_a.py", "import a\n\ndef test_one():\n    pass\n\ndef test_two():\n    pass");

        var hazard = Assert.Single(FindHazards.In(file));

        Assert.Equal((1, true), (hazard.Line, hazard.Removed));
        Assert.StartsWith("test_a.py is deleted with 2 tests", hazard.Why, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_deleted_test_file_whose_tests_stand_elsewhere_is_quiet()
    {
        const string Tests = "def test_one():\n    pass";

        var hazards = FindHazards.In(
            [FileDiff.Gone("tests/test_a.py", Tests), FileDiff.New("tests/unit/test_b.py", "import b\n" + Tests)]);

        Assert.Empty(hazards);
    }

    [Fact]
    public static void A_deleted_fixture_is_quiet()
    {
        Assert.Empty(FindHazards.In(FileDiff.Gone("tests/fixtures/a.json", "{\n}")));
    }
}
