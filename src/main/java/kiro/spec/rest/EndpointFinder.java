package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.AcceptanceCriterion;

/// Finds the endpoints that a spec defines.
///
/// A definition is a heading, a table row, or a sentence of the requirements that begins with a route. Where there is
/// none, the overview's routes count, and where it has none, the templates that criteria speak of.
final class EndpointFinder {
    private static final Set<String> BEFORE_A_ROUTE =
            Set.of(
                    "expose",
                    "exposes",
                    "add",
                    "adds",
                    "provide",
                    "provides",
                    "offer",
                    "offers",
                    "implement",
                    "implements",
                    "create",
                    "build",
                    "introduce",
                    "new",
                    "a",
                    "an",
                    "the",
                    "endpoint",
                    "endpoints",
                    "route",
                    "routes",
                    "system",
                    "api",
                    "service",
                    "server",
                    "shall",
                    "must",
                    "should",
                    "will",
                    ":",
                    "-",
                    "when",
                    "client",
                    "user",
                    "caller",
                    "sends",
                    "calls",
                    "requests",
                    "request",
                    "application",
                    "app",
                    "operation");

    /// What is said of endpoints that are there already and are not to change.
    private static final Set<String> KEPT =
            Set.of("stays", "remains", "unchanged", "keeps", "works", "continues", "behaves");

    /// Words of sentences that compare with an endpoint which is there already.
    private static final Set<String> OTHERS =
            Set.of("existing", "already", "as", "like", "same", "see", "instead", "other");

    private static final Set<String> OUTCOME =
            Set.of("then", "shall", "returns", "return", "answers", "responds", "must", "->");

    private final List<Route> found = new ArrayList<>();

    private EndpointFinder() {}

    static List<Route> find(List<Part> parts, List<AcceptanceCriterion> criteria) {
        var finder = new EndpointFinder();
        for (Part part : parts) {
            if (part.kind() == Part.Kind.READ || part.kind() == Part.Kind.CRITERIA) {
                part.route().ifPresent(finder::add);
            }
            if (part.kind() == Part.Kind.READ) {
                finder.definitions(part.blocks());
                LabelledRoute.in(part.blocks()).ifPresent(finder::add);
            }
        }
        if (finder.found.isEmpty()) {
            finder.overview(parts);
        }
        if (finder.found.isEmpty()) {
            parts.stream()
                    .filter(part -> part.kind() == Part.Kind.READ)
                    .forEach(part -> finder.prose(part.blocks()));
        }
        if (finder.found.isEmpty()) {
            criteria.forEach(criterion -> finder.mentions(criterion.text(), true));
        }
        return List.copyOf(finder.found);
    }

    /// The routes that these blocks define.
    static List<Route> defined(List<Block> blocks) {
        var finder = new EndpointFinder();
        finder.definitions(blocks);
        return List.copyOf(finder.found);
    }

    private void add(Route route) {
        if (!found.contains(route)) {
            found.add(route);
        }
    }

    private void definitions(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Text text -> sentences(text.words());
                case Block.Item item -> {
                    sentences(item.words());
                    definitions(item.below());
                }
                case Block.Table table -> table(table);
                case Block.Code code -> begin(code.text().text().lines().findFirst().orElse(""));
            }
        }
    }

    private void sentences(SourcedText words) {
        Sentences.of(words).forEach(sentence -> begin(sentence.text()));
    }

    private void begin(String text) {
        definedBy(text).ifPresent(this::add);
    }

    /// The route that a sentence begins with, whatever it goes on to say.
    static Optional<Route> definedBy(String text) {
        if (text.length() > Sentence.MAX_LENGTH) {
            return Optional.empty();
        }
        List<Token> tokens = Lexer.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Route> route = RouteWords.at(tokens, i);
            if (route.isPresent()) {
                boolean isOnlyKept =
                        tokens.stream()
                                .skip(i + 2L)
                                .limit(2)
                                .map(Token::key)
                                .anyMatch(KEPT::contains);
                return isOnlyKept ? Optional.empty() : route;
            }
            if (!BEFORE_A_ROUTE.contains(tokens.get(i).key())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void table(Block.Table table) {
        for (Block.Row row : table.rows()) {
            begin(String.join(" ", row.cells().subList(0, Math.min(2, row.cells().size()))));
        }
    }

    private void overview(List<Part> parts) {
        for (Part part : parts) {
            if (part.kind() != Part.Kind.OVERVIEW) {
                continue;
            }
            part.route().ifPresent(this::add);
            for (Block block : part.blocks()) {
                if (block instanceof Block.Text text) {
                    mentions(text.words().text(), false);
                } else if (block instanceof Block.Item item) {
                    mentions(item.words().text(), false);
                }
            }
        }
    }

    /// Routes within sentences of the requirements, where none begins with one: "by sending `POST /vehicles`".
    private void prose(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Text text) {
                Sentences.of(text.words()).forEach(one -> prose(one.text()));
            } else if (block instanceof Block.Item item) {
                Sentences.of(item.words()).forEach(one -> prose(one.text()));
                prose(item.below());
            }
        }
    }

    private void prose(String sentence) {
        boolean isOfOthers =
                Lexer.tokens(sentence).stream()
                        .map(Token::key)
                        .anyMatch(word -> KEPT.contains(word) || OTHERS.contains(word));
        if (!isOfOthers) {
            mentions(sentence, false);
        }
    }

    private void mentions(String text, boolean areCriteria) {
        if (text.length() > Sentence.MAX_LENGTH) {
            return;
        }
        List<Token> tokens = Lexer.tokens(text);
        for (Route route : RouteWords.in(areCriteria ? situation(tokens) : tokens)) {
            boolean isExample =
                    areCriteria
                            && route.path().segments().stream().anyMatch(ExampleWords::isExample);
            boolean isKnown =
                    found.stream()
                            .anyMatch(known ->
                                    known.method() == route.method()
                                            && known.path().covers(route.path()));
            if (!isExample && !isKnown) {
                add(route);
            }
        }
    }

    /// The part of a criterion before it says what follows; other routes are spoken of there.
    private static List<Token> situation(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (OUTCOME.contains(tokens.get(i).key())) {
                return tokens.subList(0, i);
            }
        }
        return tokens;
    }
}
