package kiro.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model as Bedrock is asked for it: by its own id, by that of an inference profile, or by an ARN.
///
/// @param text as it is sent
public record BedrockId(String text) {
    private static final Pattern TEXT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/-]{0,2047}");
    private static final Pattern GEOGRAPHY =
            Pattern.compile("(us|us-gov|eu|ap|apac|au|jp|ca|sa|mx|il|me|af|global)\\.(?=.+\\.)");
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:[a-z-]+:([a-z0-9-]{1,20}):[0-9]*:([^/]+)/(.+)");

    /// Empty for what cannot be an id.
    static Optional<BedrockId> of(String text) {
        boolean isPath = text.contains("..") || text.contains("//");
        return TEXT.matcher(text).matches() && !isPath
                ? Optional.of(new BedrockId(text))
                : Optional.empty();
    }

    /// The region that an ARN names.
    public Optional<String> region() {
        return arn().map(arn -> arn.group(1));
    }

    /// The id of the model itself, such as `anthropic.claude-sonnet-4-5-20250929-v1:0`; empty where the id says nothing of it,
    /// as those of application profiles and imported models.
    public Optional<String> base() {
        Optional<Matcher> arn = arn();
        if (arn.isEmpty()) {
            return model(text);
        }
        return switch (arn.get().group(2)) {
            case "foundation-model", "inference-profile" -> model(arn.get().group(3));
            default -> Optional.empty();
        };
    }

    private static Optional<String> model(String id) {
        return Optional.of(GEOGRAPHY.matcher(id).replaceFirst(""))
                .filter(model -> model.contains(".") && !model.startsWith("arn:"));
    }

    /// Whether requests may be served anywhere, which some models have a price of its own for.
    boolean isGlobal() {
        return arn().map(arn -> arn.group(3)).orElse(text).startsWith("global.");
    }

    private Optional<Matcher> arn() {
        return Optional.of(ARN.matcher(text)).filter(Matcher::matches);
    }
}
