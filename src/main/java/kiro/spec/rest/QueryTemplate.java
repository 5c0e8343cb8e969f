package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;

/// The parameters that a route is written out with: `GET /orders?status={status}&page={page}`.
record QueryTemplate(Route route, List<String> names) {
    private static final Pattern TEMPLATE =
            Pattern.compile("[\\w.-]+=(\\{[\\w.-]*}|<[\\w.-]*>|:[\\w-]+|\\.\\.\\.)?");

    QueryTemplate {
        names = List.copyOf(names);
    }

    static List<QueryTemplate> in(List<Block> blocks) {
        var found = new ArrayList<QueryTemplate>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Text text -> found.addAll(in(text.words().text()));
                case Block.Item item -> {
                    found.addAll(in(item.words().text()));
                    found.addAll(in(item.below()));
                }
                case Block.Code code -> found.addAll(in(code.text().text()));
                case Block.Table table -> {
                    // A table of endpoints lists no parameters.
                }
            }
        }
        return found;
    }

    private static List<QueryTemplate> in(String text) {
        if (text.length() > Sentence.MAX_LENGTH || text.indexOf('?') < 0) {
            return List.of();
        }
        var found = new ArrayList<QueryTemplate>();
        List<Token> tokens = Lexer.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Route> route = RouteWords.at(tokens, i);
            if (route.isPresent()) {
                String path = tokens.get(i + 1).text();
                List<String> names = names(path.substring(path.indexOf('?') + 1));
                if (path.indexOf('?') > 0 && !names.isEmpty()) {
                    found.add(new QueryTemplate(route.get(), names));
                }
            }
        }
        return found;
    }

    /// Only what stands for any value is a template; none where the query is an example.
    private static List<String> names(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> TEMPLATE.matcher(pair).matches())
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .toList();
    }

    /// The parameters of queries that are shown as examples, without a route: `?language=de`.
    static List<String> examples(List<Block> blocks) {
        var names = new ArrayList<String>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Text text -> names.addAll(examples(text.words().text()));
                case Block.Item item -> {
                    names.addAll(examples(item.words().text()));
                    names.addAll(examples(item.below()));
                }
                case Block.Code _, Block.Table _ -> {
                    // What is shown there is shown as a whole.
                }
            }
        }
        return names;
    }

    private static List<String> examples(String text) {
        if (text.length() > Sentence.MAX_LENGTH || text.indexOf('?') < 0) {
            return List.of();
        }
        return Lexer.tokens(text).stream()
                .filter(token -> token.is(Token.Kind.PATH) && token.text().startsWith("?"))
                .flatMap(token -> Arrays.stream(token.text().substring(1).split("&")))
                .filter(pair -> pair.matches("[\\w.-]+=.*"))
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .toList();
    }

    static Field field(String name) {
        return new Field(
                name,
                FieldType.Plain.NOT_STATED,
                Field.Presence.OPTIONAL,
                false,
                List.of(),
                Optional.empty(),
                SourceSpan.start());
    }
}
