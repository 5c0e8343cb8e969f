package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.text.SourceSpan;

/// Rules on what a file declares, or on the file itself.
final class DeclaredRules {
    private static final int MOST_LINES = 100;

    private final FileWork work;

    DeclaredRules(FileWork work) {
        this.work = work;
    }

    /// A declaration, or the file, that has or lacks what it should not.
    ///
    /// @param node empty for the file
    record Fault(Optional<SyntaxNode> node, SourceSpan span, String name) {}

    /// Those without a quality, or, where not `isWanted`, those with it.
    List<Fault> in(Declared every, Quality quality, boolean isWanted) {
        var qualities = new Qualities(work);
        var faults = new ArrayList<Fault>();
        if (every.within().isPresent() && !work.parts().has(every.within().get(), work.file())) {
            return List.of();
        }
        if (every.kinds().isEmpty()) {
            if (quality instanceof Quality.AtMost most
                    && most.measure() == Quality.Measure.LINE_LENGTH) {
                return longLines(most.limit());
            }
            boolean isAsked = every.annotations().isEmpty() || hasAnnotated(every);
            if (isAsked
                    && !TestForms.isTest(work.path())
                    && qualities.ofFile(quality) != isWanted) {
                faults.add(fileFault());
            }
            return faults;
        }
        if (quality instanceof Quality.Documented && work.path().endsWith(".pyi")) {
            return List.of();
        }
        for (Symbol symbol : declared(every)) {
            if (isOfPart(symbol, every) && qualities.of(symbol, quality) != isWanted) {
                faults.add(fault(symbol));
            }
        }
        return faults;
    }

    /// A folder of controllers holds more than controllers: of a part, only the types that bear its name, or an annotation of
    /// it, are meant, and what those declare.
    private static boolean isOfPart(Symbol symbol, Declared every) {
        if (every.within().isEmpty() || every.within().get().words().isEmpty()) {
            return true;
        }
        Part part = every.within().get();
        String owner = symbol.owner();
        if (symbol.kind().isFunction()) {
            return owner.isEmpty()
                    || Parts.isCalled(part, owner.substring(owner.lastIndexOf('.') + 1));
        }
        return owner.isEmpty()
                && (Parts.isCalled(part, symbol.name())
                        || symbol.decorators().stream()
                                .map(Annotations::name)
                                .anyMatch(part.annotations()::contains));
    }

    private List<Fault> longLines(int limit) {
        var faults = new ArrayList<Fault>();
        List<String> lines = work.file().text().lines().toList();
        for (int i = 0; i < lines.size() && faults.size() < MOST_LINES; i++) {
            String line = lines.get(i);
            if (line.length() > limit) {
                faults.add(
                        new Fault(
                                Optional.empty(),
                                new SourceSpan(i + 1, limit + 1, i + 1, line.length() + 1),
                                line.strip()));
            }
        }
        return faults;
    }

    private boolean hasAnnotated(Declared every) {
        return work.file().symbols().stream().anyMatch(symbol -> isAnnotated(symbol, every));
    }

    private Fault fileFault() {
        return new Fault(Optional.empty(), SourceSpan.start(), work.path());
    }

    static Fault fault(Symbol symbol) {
        SyntaxNode name = symbol.node().child("name").orElse(symbol.node());
        return new Fault(Optional.of(name), name.range(), symbol.qualifiedName());
    }

    List<Symbol> declared(Declared every) {
        return work.file().symbols().stream()
                .filter(symbol -> isOfKind(symbol, every.kinds()))
                .filter(symbol ->
                        switch (every.reach()) {
                            case ANY -> true;
                            case EXPORTED -> symbol.isExported();
                            case LOCAL -> !symbol.isExported();
                        })
                .filter(symbol -> every.annotations().isEmpty() || isAnnotated(symbol, every))
                .toList();
    }

    private static boolean isOfKind(Symbol symbol, Set<Symbol.Kind> kinds) {
        return kinds.contains(symbol.kind());
    }

    private static boolean isAnnotated(Symbol symbol, Declared every) {
        return symbol.decorators().stream()
                .map(Annotations::name)
                .anyMatch(every.annotations()::contains);
    }
}
