package kiro.mcp.oauth;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a server says when it wants to know who asks: the header `WWW-Authenticate`.
///
/// @param metadata where it says who gives out its tokens
/// @param scopes what is to be asked for
record Challenge(Optional<String> metadata, List<String> scopes) {
    static final Challenge NONE = new Challenge(Optional.empty(), List.of());

    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

    Challenge {
        scopes = List.copyOf(scopes);
    }

    static Challenge parse(String header) {
        Optional<String> metadata = Optional.empty();
        List<String> scopes = List.of();
        Matcher parameters = PARAMETER.matcher(header);
        while (parameters.find()) {
            String quoted = parameters.group(2);
            String value =
                    quoted != null
                            ? quoted.replaceAll("\\\\(.)", "$1")
                            : String.valueOf(parameters.group(3));
            switch (parameters.group(1)) {
                case "resource_metadata" -> metadata = Optional.of(value);
                case "scope" ->
                        scopes =
                                Stream.of(value.split(" "))
                                        .filter(each -> !each.isEmpty())
                                        .toList();
                default -> {
                    // The others say nothing that is needed to sign in.
                }
            }
        }
        return new Challenge(metadata, scopes);
    }
}
