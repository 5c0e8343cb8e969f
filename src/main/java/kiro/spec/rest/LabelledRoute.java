package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A route that is told in two lines: `Method: PUT` and `Path: /users/{id}`.
final class LabelledRoute {
    private LabelledRoute() {}

    static Optional<Route> in(List<Block> blocks) {
        var lines = new ArrayList<String>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Item item -> lines.add(item.words().text());
                case Block.Text text -> lines.addAll(text.words().text().lines().toList());
                case Block.Table table -> {
                    lines.add(String.join(" : ", table.header()));
                    table.rows().forEach(row -> lines.add(String.join(" : ", row.cells())));
                }
                case Block.Code code -> {}
            }
        }
        Optional<Token> method = labelled(lines, Set.of("method"), Token.Kind.METHOD);
        Optional<Token> path = labelled(lines, Set.of("path", "url", "uri"), Token.Kind.PATH);
        return method.isEmpty() || path.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Route(
                                HttpMethod.valueOf(method.get().text()),
                                RouteWords.path(path.get().text())));
    }

    private static Optional<Token> labelled(
            List<String> lines, Set<String> labels, Token.Kind kind) {
        for (String line : lines) {
            if (line.length() > 200) {
                continue;
            }
            List<Token> tokens = Lexer.tokens(line);
            int label = !tokens.isEmpty() && tokens.getFirst().key().equals("http") ? 1 : 0;
            if (tokens.size() == label + 3
                    && labels.contains(tokens.get(label).key())
                    && tokens.get(label + 1).isMark(":")
                    && tokens.get(label + 2).is(kind)) {
                return Optional.of(tokens.get(label + 2));
            }
        }
        return Optional.empty();
    }
}
