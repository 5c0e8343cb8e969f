package kiro.model;

/// Tokens of some replies in five buckets; `input` excludes what was read from or written to a cache,
/// `reasoning` is part of `output`.
///
/// @param estimated the replies among them of which the provider did not say what they used: their tokens are about what
///     request and reply have
public record Usage(
        long input, long cacheRead, long cacheWrite, long output, long reasoning, int estimated) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    /// Of a reply whose provider says nothing of it, until it is estimated.
    public static final Usage UNTOLD = new Usage(0, 0, 0, 0, 0, 1);

    /// What a provider said.
    public Usage(long input, long cacheRead, long cacheWrite, long output, long reasoning) {
        this(input, cacheRead, cacheWrite, output, reasoning, 0);
    }

    /// About what a reply used: rather too much than too little, and nothing of it from a cache.
    public static Usage about(ModelRequest request, Message reply) {
        return new Usage(
                Tokens.about(request.system(), request.tools(), request.messages()),
                0,
                0,
                Tokens.about(reply),
                0,
                1);
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                cacheRead + other.cacheRead,
                cacheWrite + other.cacheWrite,
                output + other.output,
                reasoning + other.reasoning,
                estimated + other.estimated);
    }

    public Usage minus(Usage other) {
        return new Usage(
                input - other.input,
                cacheRead - other.cacheRead,
                cacheWrite - other.cacheWrite,
                output - other.output,
                reasoning - other.reasoning,
                estimated - other.estimated);
    }

    public long total() {
        return input + cacheRead + cacheWrite + output;
    }
}
