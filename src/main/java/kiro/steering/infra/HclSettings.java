package kiro.steering.infra;

import java.util.ArrayList;
import java.util.List;
import kiro.text.SourceSpan;

/// Reads the language of Terraform: blocks and attributes with their places. Values are read as far as they are written
/// down; what is computed is left as its words, and nothing is evaluated.
final class HclSettings {
    private static final int DEEPEST = 64;
    private static final String JSON_ENCODE = "jsonencode";
    private static final String MERGE = "merge";

    private final HclText text;

    private HclSettings(String source) {
        this.text = new HclText(source);
    }

    static Setting.Reading read(String source) {
        var reader = new HclSettings(source);
        try {
            List<Setting.Entry> entries = reader.body(false, 0);
            return new Setting.Reading.Whole(
                    new Setting.Block(List.of(), entries, SourceSpan.start()));
        } catch (HclText.Unreadable unreadable) {
            return new Setting.Reading.Broken(unreadable.span(), unreadable.problem());
        }
    }

    /// All up to the brace that ends it, or to the end of the file.
    private List<Setting.Entry> body(boolean isInside, int depth) {
        if (depth > DEEPEST) {
            throw text.unreadable("blocks are nested too deep");
        }
        var entries = new ArrayList<Setting.Entry>();
        while (true) {
            text.skipLines();
            if (text.isAtEnd() || text.peek() == '}') {
                if (text.isAtEnd() == isInside) {
                    throw text.unreadable(
                            isInside ? "a block is not closed" : "a '}' that closes nothing");
                }
                text.skip(isInside ? 1 : 0);
                return entries;
            }
            SourceSpan at = text.span();
            String name = text.name();
            text.skipBlanks();
            if (text.peek() == '=') {
                text.skip(1);
                entries.add(new Setting.Entry(name, expression(depth + 1), at));
            } else {
                entries.add(new Setting.Entry(name, block(at, depth + 1), at));
            }
        }
    }

    private Setting.Block block(SourceSpan at, int depth) {
        var labels = new ArrayList<String>();
        for (text.skipBlanks(); text.peek() != '{'; text.skipBlanks()) {
            labels.add(text.peek() == '"' ? text.quoted().text() : text.name());
        }
        text.skip(1);
        return new Setting.Block(labels, body(true, depth), at);
    }

    /// One value, and whatever is done with it.
    private Setting expression(int depth) {
        if (depth > DEEPEST) {
            throw text.unreadable("values are nested too deep");
        }
        text.skipBlanks();
        SourceSpan at = text.span();
        int start = text.position();
        Setting value = primary(at, depth);
        text.skipBlanks();
        if (text.isAtEndOfValue()) {
            return value;
        }
        text.skipExpression();
        return new Setting.Computed(text.since(start), at);
    }

    private Setting primary(SourceSpan at, int depth) {
        char first = text.peek();
        if (first == '"') {
            HclText.Quoted quoted = text.quoted();
            return quoted.isComputed()
                    ? new Setting.Computed(quoted.text(), at)
                    : new Setting.Word(quoted.text(), at);
        }
        if (first == '<' && text.isHeredoc()) {
            String words = text.heredoc();
            return words.contains("${") || words.contains("%{")
                    ? new Setting.Computed(words, at)
                    : new Setting.Word(words, at);
        }
        if (first == '[') {
            return items(at, depth);
        }
        if (first == '{') {
            return object(at, depth);
        }
        if (Character.isDigit(first) || (first == '-' && Character.isDigit(text.peek(1)))) {
            return new Setting.Word(text.number(), at);
        }
        return Character.isLetter(first) || first == '_'
                ? named(at, depth)
                : new Setting.Computed("", at);
    }

    /// A word, a reference or a call.
    private Setting named(SourceSpan at, int depth) {
        int start = text.position();
        String name = text.name();
        if (text.peek() == '(') {
            return call(name, start, at, depth);
        }
        while (text.peek() == '.' || text.peek() == '[') {
            if (text.peek() == '[') {
                text.skipBracket();
            } else {
                text.skip(1);
                text.skipName();
            }
        }
        return switch (text.since(start)) {
            case "true", "false" -> new Setting.Word(name, at);
            case "null" -> new Setting.Nothing(at);
            case String reference -> new Setting.Computed(reference, at);
        };
    }

    /// Of two functions what they come to is known by what they are given.
    private Setting call(String name, int start, SourceSpan at, int depth) {
        if (name.equals(JSON_ENCODE) || name.equals(MERGE)) {
            List<Setting> arguments = list(')', depth);
            return name.equals(JSON_ENCODE) && arguments.size() == 1
                    ? arguments.getFirst()
                    : new Setting.Items(arguments, at);
        }
        text.skipBracket();
        return new Setting.Computed(text.since(start), at);
    }

    private Setting items(SourceSpan at, int depth) {
        int start = text.position();
        text.skip(1);
        text.skipLines();
        if (text.isWord("for")) {
            return computed(start, at);
        }
        text.moveTo(start);
        return new Setting.Items(list(']', depth), at);
    }

    /// What stands between brackets.
    private List<Setting> list(char end, int depth) {
        var items = new ArrayList<Setting>();
        text.skip(1);
        text.skipLines();
        while (text.peek() != end) {
            items.add(expression(depth + 1));
            text.skipLines();
            if (text.peek() == ',') {
                text.skip(1);
                text.skipLines();
            } else if (text.peek() != end) {
                throw text.unreadable("a list has no ',' or '%s' here".formatted(end));
            }
        }
        text.skip(1);
        return items;
    }

    private Setting object(SourceSpan at, int depth) {
        int start = text.position();
        text.skip(1);
        text.skipLines();
        if (text.isWord("for")) {
            return computed(start, at);
        }
        var entries = new ArrayList<Setting.Entry>();
        while (text.peek() != '}') {
            SourceSpan place = text.span();
            String key = key();
            text.skipBlanks();
            if (text.peek() != '=' && text.peek() != ':') {
                throw text.unreadable("an object has no '=' behind the name here");
            }
            text.skip(1);
            entries.add(new Setting.Entry(key, expression(depth + 1), place));
            text.skipLines();
            if (text.peek() == ',') {
                text.skip(1);
                text.skipLines();
            }
        }
        text.skip(1);
        return new Setting.Block(List.of(), entries, at);
    }

    /// A name that is computed is that of nothing that is looked for.
    private String key() {
        if (text.peek() == '"') {
            return text.quoted().text();
        }
        if (text.peek() == '(') {
            int start = text.position();
            text.skipBracket();
            return text.since(start);
        }
        return text.name();
    }

    private Setting computed(int start, SourceSpan at) {
        text.moveTo(start);
        text.skipBracket();
        return new Setting.Computed(text.since(start), at);
    }
}
