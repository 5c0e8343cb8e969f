package kiro.model;

/// Tokens of one reply in five buckets; `input` excludes what was read from or written to a cache,
/// `reasoning` is part of `output`.
public record Usage(long input, long cacheRead, long cacheWrite, long output, long reasoning) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                cacheRead + other.cacheRead,
                cacheWrite + other.cacheWrite,
                output + other.output,
                reasoning + other.reasoning);
    }

    public Usage minus(Usage other) {
        return new Usage(
                input - other.input,
                cacheRead - other.cacheRead,
                cacheWrite - other.cacheWrite,
                output - other.output,
                reasoning - other.reasoning);
    }

    public long total() {
        return input + cacheRead + cacheWrite + output;
    }
}
