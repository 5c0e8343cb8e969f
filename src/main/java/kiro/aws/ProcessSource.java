package kiro.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.process.Command;
import tools.jackson.databind.JsonNode;

/// Credentials that a program prints which the person's own profile names (`credential_process`). No shell reads the line, and
/// what the program prints is shown to nobody.
final class ProcessSource implements CredentialSource {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AwsWorld world;
    private final Profile profile;
    private final String line;

    ProcessSource(AwsWorld world, Profile profile, String line) {
        this.world = world;
        this.profile = profile;
        this.line = line;
    }

    @Override
    public Lookup look() throws InterruptedException {
        Optional<List<String>> words = words(line);
        if (words.isEmpty() || words.get().isEmpty()) {
            return failed("has an open quotation mark", "close it");
        }
        Command command = Command.of(world.home(), LIMIT, expanded(words.get()));
        return switch (world.commands().capture(command)) {
            case Capture.Failed failure -> failed(failure.reason(), "mend it");
            case Capture.Ended ended when ended.code() != 0 ->
                    failed(
                            "ended with code %d: %s".formatted(ended.code(), last(ended.errors())),
                            "mend what it says");
            case Capture.Ended ended -> read(new String(ended.output(), StandardCharsets.UTF_8));
        };
    }

    private List<String> expanded(List<String> words) {
        var expanded = new ArrayList<>(words);
        expanded.set(0, expanded.getFirst().replaceFirst("^~/", world.home() + "/"));
        return expanded;
    }

    private Lookup read(String text) {
        Optional<JsonNode> json =
                CredentialText.json(text).filter(each -> each.path("Version").asInt(0) == 1);
        return json.flatMap(each -> CredentialText.read(each, profile.words()))
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() ->
                        failed(
                                "printed no credentials of version 1",
                                "have it print JSON as AWS documents it"));
    }

    private Lookup failed(String what, String fix) {
        return Lookup.failed("credential_process of %s %s".formatted(profile.words(), what), fix);
    }

    private static String last(String errors) {
        return errors.lines()
                .filter(text -> !text.isBlank())
                .reduce((_, later) -> later)
                .map(String::strip)
                .orElse("it says nothing");
    }

    /// The words of a line as a shell splits it, with single and double quotation marks and backslashes; empty where one is
    /// left open.
    static Optional<List<String>> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean isWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                isWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                isWord = true;
            } else if (Character.isWhitespace(c)) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                word.append(c);
                isWord = true;
            }
        }
        if (isWord) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }
}
