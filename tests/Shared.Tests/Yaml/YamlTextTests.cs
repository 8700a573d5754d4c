using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Yaml;

public static class YamlTextTests
{
    [Fact]
    public static void Nodes_keep_their_order_style_and_place()
    {
        var root = Assert.IsType<YamlNode.Mapping>(Read("a: 1\nb:\n  - 'x'\n  - {c: }\n").Root);

        Assert.Collection(
            root.Entries,
            first => Assert.Equal("a", first.Key.Text),
            second => Assert.Equal("b", second.Key.Text));
        Assert.Equal(new YamlNode.Scalar(new("f.yml", 1, 4), "1", YamlStyle.Plain), root.Find("a"));
        var list = Assert.IsType<YamlNode.Sequence>(root.Find("b"));
        Assert.Equal(new YamlNode.Scalar(new("f.yml", 3, 5), "x", YamlStyle.Quoted), list.Items[0]);
        Assert.Null(root.Find("c"));
    }

    [Fact]
    public static void A_byte_order_mark_moves_no_column()
    {
        var root = Assert.IsType<YamlNode.Mapping>(Read("\uFEFFkey: value").Root);

        Assert.Equal(new("f.yml", 1, 1), root.Entries[0].Key.Place);
        Assert.Equal(new("f.yml", 1, 6), root.Entries[0].Value.Place);
    }

    [Fact]
    public static void What_the_guard_refuses_is_not_loaded()
    {
        var reading = Read("a: &x 1\nb: *x");

        Assert.Null(reading.Root);
        Assert.Equal(2, reading.Diagnostics.Count);
    }

    [Fact]
    public static void An_empty_file_has_no_root_and_no_error()
    {
        var reading = Read("# nothing\n");

        Assert.Null(reading.Root);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public static void Several_documents_are_read_in_order()
    {
        var reading = YamlText.Read(new("f.yml", "a: 1\n---\n[b]\n---\nc"), YamlDocuments.Many);

        Assert.Collection(
            reading.Documents,
            first => Assert.IsType<YamlNode.Mapping>(first),
            second => Assert.IsType<YamlNode.Sequence>(second),
            third => Assert.IsType<YamlNode.Scalar>(third));
    }

    [Fact]
    public static void The_deepest_text_that_passes_is_loaded()
    {
        var root = Read(new string('[', 64) + new string(']', 64)).Root;

        var depth = 0;
        for (var node = root; node is YamlNode.Sequence list; node = list.Items is [var inner] ? inner : null)
            depth++;

        Assert.Equal(64, depth);
    }

    private static YamlReading Read(string text) => YamlText.Read(new SourceFile("f.yml", text));
}
