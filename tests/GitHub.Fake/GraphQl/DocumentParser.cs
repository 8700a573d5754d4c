using System.Globalization;

namespace ChangeSentinel.Fake.GraphQl;

/// <summary>Reads a GraphQL document.</summary>
internal sealed class DocumentParser
{
    private readonly IReadOnlyList<Lexeme> lexemes;
    private int at;

    private DocumentParser(string source) => lexemes = Lexer.Read(source);

    /// <exception cref="GraphQlException">It is none.</exception>
    public static Document Parse(string source) => new DocumentParser(source).Document();

    private Document Document()
    {
        var operations = new List<Operation>();
        var fragments = new Dictionary<string, Fragment>(StringComparer.Ordinal);
        while (Here.Kind != LexemeKind.End)
        {
            if (Here.Text == "fragment")
            {
                var fragment = Fragment();
                fragments.Add(fragment.Name, fragment);
            }
            else
                operations.Add(Operation());
        }

        return new(operations, fragments);
    }

    private Operation Operation()
    {
        if (Here.Text == "{")
            return new("query", null, Selections());
        var kind = Name();
        if (kind is not ("query" or "mutation"))
            throw Unexpected();
        var name = Here.Kind == LexemeKind.Name ? Name() : null;
        var variables = new List<VariableDefinition>();
        if (Skip("("))
        {
            while (!Skip(")"))
                variables.Add(VariableDefinition());
        }

        return new(kind, name, Selections()) { Variables = variables };
    }

    private VariableDefinition VariableDefinition()
    {
        Expect("$");
        var name = Name();
        Expect(":");
        return new(name, Type(), Skip("=") ? Value() : null);
    }

    private string Type()
    {
        string type;
        if (Skip("["))
        {
            type = $"[{Type()}]";
            Expect("]");
        }
        else
            type = Name();
        return Skip("!") ? type + "!" : type;
    }

    private Fragment Fragment()
    {
        Expect("fragment");
        var name = Name();
        Expect("on");
        return new(name, Name(), Selections());
    }

    private List<Selection> Selections()
    {
        var selections = new List<Selection>();
        Expect("{");
        while (!Skip("}"))
            selections.Add(Skip("...") ? Spread() : Field());
        return selections.Count > 0 ? selections : throw new GraphQlException("A selection set is empty");
    }

    private Selection Spread()
    {
        if (Here.Kind == LexemeKind.Name && Here.Text != "on")
            return new Selection.Spread(Name()) { Directives = Directives() };
        var on = Skip("on") ? Name() : null;
        var directives = Directives();
        return new Selection.Inline(on, Selections()) { Directives = directives };
    }

    private Selection.Field Field()
    {
        var alias = Name();
        var name = Skip(":") ? Name() : alias;
        var arguments = Arguments();
        var directives = Directives();
        return new(name, alias, arguments)
        {
            Directives = directives,
            Selections = Here.Text == "{" && Here.Kind == LexemeKind.Punctuation ? Selections() : [],
        };
    }

    private List<Directive> Directives()
    {
        var directives = new List<Directive>();
        while (Skip("@"))
            directives.Add(new(Name(), Arguments()));
        return directives;
    }

    private Dictionary<string, GraphValue> Arguments()
    {
        var arguments = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        if (!Skip("("))
            return arguments;
        while (!Skip(")"))
            AddPair(arguments);
        return arguments;
    }

    private void AddPair(Dictionary<string, GraphValue> pairs)
    {
        var name = Name();
        Expect(":");
        pairs.Add(name, Value());
    }

    private GraphValue Value()
    {
        if (Skip("$"))
            return new GraphValue.Variable(Name());
        if (Skip("["))
        {
            var items = new List<GraphValue>();
            while (!Skip("]"))
                items.Add(Value());
            return new GraphValue.List(items);
        }

        if (Skip("{"))
        {
            var fields = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
            while (!Skip("}"))
                AddPair(fields);
            return new GraphValue.Object(fields);
        }

        var (kind, text) = Next();
        return (kind, text) switch
        {
            (LexemeKind.Text, _) => new GraphValue.Literal(text),
            (LexemeKind.Number, _) => new GraphValue.Literal(double.Parse(text, CultureInfo.InvariantCulture)),
            (LexemeKind.Name, "true") => new GraphValue.Literal(true),
            (LexemeKind.Name, "false") => new GraphValue.Literal(false),
            (LexemeKind.Name, "null") => new GraphValue.Literal(null),
            (LexemeKind.Name, _) => new GraphValue.Enumerated(text),
            _ => throw Unexpected(),
        };
    }

    private Lexeme Here => lexemes[at];

    private Lexeme Next() => lexemes[at++];

    private string Name() => Here.Kind == LexemeKind.Name ? Next().Text : throw Unexpected();

    private bool Skip(string text)
    {
        var found = Here.Text == text && (Here.Kind is LexemeKind.Punctuation or LexemeKind.Name);
        if (found)
            at++;
        return found;
    }

    private void Expect(string text)
    {
        if (!Skip(text))
            throw new GraphQlException($"Expected {text}, actual: {Here.Text}");
    }

    private GraphQlException Unexpected() => new($"Parse error on \"{Here.Text}\"");
}
