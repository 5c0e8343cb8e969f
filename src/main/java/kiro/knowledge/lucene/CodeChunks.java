package kiro.knowledge.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxTree;

/// Cuts a source between its declarations: a piece holds whole ones, with what is said above each, and names them.
final class CodeChunks {
    /// Shorter declarations go together up to this.
    private static final int WANTED_LINES = 40;

    private static final int MOST_NAMES = 6;

    /// What belongs to the declaration below it.
    private static final Pattern ABOVE = Pattern.compile("\\s*(///?|/\\*|\\*|#|@|\"\"\"|--).*");

    private CodeChunks() {}

    static List<Chunk> of(Lines lines, String path, SyntaxTree tree) {
        var symbols = new TreeMap<Integer, Set<String>>();
        for (Symbol symbol : new SourceFile(path, tree).symbols()) {
            symbols.computeIfAbsent(
                            beginning(lines, symbol.node().line()), _ -> new LinkedHashSet<>())
                    .add(symbol.qualifiedName());
        }
        var chunks = new ArrayList<Chunk>();
        var names = new LinkedHashSet<String>();
        int begin = 1;
        for (var each : symbols.entrySet()) {
            int line = each.getKey();
            if (line - begin >= WANTED_LINES
                    || end(symbols, line, lines.count()) - begin >= Lines.MOST_LINES) {
                chunks.addAll(lines.chunks(begin, line - 1, title(names)));
                names.clear();
                begin = line;
            }
            names.addAll(each.getValue());
        }
        chunks.addAll(lines.chunks(begin, lines.count(), title(names)));
        return chunks;
    }

    /// The last line before the next declaration.
    private static int end(NavigableMap<Integer, Set<String>> symbols, int line, int last) {
        Integer next = symbols.higherKey(line);
        return next == null ? last : next - 1;
    }

    private static int beginning(Lines lines, int line) {
        int at = Math.min(line, lines.count());
        while (at > 1 && ABOVE.matcher(lines.line(at - 1)).matches()) {
            at--;
        }
        return at;
    }

    private static String title(Set<String> names) {
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + ", ..." : some;
    }
}
