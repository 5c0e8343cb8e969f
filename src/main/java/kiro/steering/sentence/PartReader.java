package kiro.steering.sentence;

import java.util.List;
import java.util.Optional;
import kiro.steering.rule.Part;
import kiro.text.PathGlob;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a part of a project from a block of a rule: a path, a package, words of the lexicon, or all of it by name.
final class PartReader {
    private final RuleKeys keys;

    PartReader(RuleKeys keys) {
        this.keys = keys;
    }

    Optional<Part> read(Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(whole(keys.within(mapping)));
        }
        String text = RuleKeys.scalar(node).orElse("").strip();
        Optional<Part> part = said(text);
        if (part.isEmpty()) {
            keys.problem(
                    keys.span(node),
                    "'%s' is no part of a project that has a name here".formatted(text),
                    "write a path such as src/domain, a package such as com.acme.web, or 'name', 'paths', 'packages', 'words', 'annotations'");
        }
        return part;
    }

    /// What a path, a package or words mean.
    static Optional<Part> said(String text) {
        boolean isCode = text.matches("\\S*[./*]\\S*");
        String words = isCode ? "`" + text + "`" : text;
        List<Token> tokens = Tokens.of(words);
        return tokens.isEmpty()
                ? Optional.empty()
                : new PartSlot(Lexicon.builtIn(), tokens, words)
                        .item(0)
                        .filter(item -> item.end() == tokens.size())
                        .map(Slots.Item::value);
    }

    private Part whole(RuleKeys within) {
        var part =
                new Part(
                        within.required("name", "name: controllers"),
                        within.texts("paths").stream()
                                .flatMap(glob -> glob(within, glob).stream())
                                .toList(),
                        within.texts("packages"),
                        within.texts("words"),
                        within.texts("annotations"));
        within.close();
        return part;
    }

    private static Optional<PathGlob> glob(RuleKeys within, String text) {
        Optional<PathGlob> glob = PathGlob.parse(text);
        if (glob.isEmpty()) {
            within.problem(
                    within.span("paths"),
                    "'%s' is no pattern: its brackets do not match".formatted(text),
                    "write one such as src/domain/**");
        }
        return glob;
    }
}
