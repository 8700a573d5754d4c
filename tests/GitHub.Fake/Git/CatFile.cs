using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>An object of a git repository.</summary>
/// <param name="Kind">`blob`, `tree`, `commit` or `tag`.</param>
public sealed record GitObject(string Id, string Kind, byte[] Content);

/// <summary>Reads objects through one `git cat-file --batch` that lives as long as the store.</summary>
internal sealed class CatFile(string directory) : IDisposable
{
    private Process? process;

    /// <summary>Null where there is no such object.</summary>
    /// <param name="name">An id, or `ID:path`.</param>
    public GitObject? Read(string name)
    {
        if (name.Contains('\n', StringComparison.Ordinal))
            return null;

        process ??= GitCommand.Start(directory, "cat-file", "--batch");
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        process.StandardInput.BaseStream.Flush();

        var header = Line(process.StandardOutput.BaseStream).Split(' ');
        if (header is not [{ Length: 40 } id, var kind, var size])
            return null;

        var content = new byte[int.Parse(size, CultureInfo.InvariantCulture)];
        process.StandardOutput.BaseStream.ReadExactly(content);
        process.StandardOutput.BaseStream.ReadByte();
        return new(id, kind, content);
    }

    public void Dispose()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static string Line(Stream stream)
    {
        var line = new List<byte>();
        for (var read = stream.ReadByte(); read is not ('\n' or -1); read = stream.ReadByte())
            line.Add((byte)read);
        return Encoding.UTF8.GetString([.. line]);
    }
}
