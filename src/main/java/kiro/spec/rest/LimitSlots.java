package kiro.spec.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads situations in which a caller has sent more requests than the spec allows.
final class LimitSlots {
    private static final Set<String> KINDS =
            Set.of(
                    "filler",
                    "people",
                    "person",
                    "limiting",
                    "exceeded",
                    "too-many",
                    "often",
                    "number",
                    "ordinal");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "second", Duration.ofSeconds(1),
                    "minute", Duration.ofMinutes(1),
                    "hour", Duration.ofHours(1),
                    "day", Duration.ofDays(1));

    /// Where only some roles may do it, they are the callers.
    private static final Set<String> KINDS_OF_ROLES =
            Stream.concat(KINDS.stream(), Stream.of("role"))
                    .collect(Collectors.toUnmodifiableSet());

    private final Optional<RateLimit> limit;
    private final Slots slots;
    private final Set<String> kinds;

    LimitSlots(EndpointDraft endpoint, Slots slots) {
        this.limit = endpoint.limit();
        this.slots = slots;
        this.kinds = endpoint.permission() instanceof Permission.Roles ? KINDS_OF_ROLES : KINDS;
    }

    SlotReading read() {
        if (limit.isEmpty()) {
            return new SlotReading.Refused("the spec states no rate limit");
        }
        var stranger = slots.stranger(kinds);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), 429);
        }
        int allowed = limit.get().count();
        List<Integer> ordinals = numbers("ordinal");
        boolean isNext = ordinals.equals(List.of(allowed + 1));
        boolean isOver =
                slots.has("too-many")
                        || slots.keys("often").contains("more than")
                        || (slots.has("exceeded")
                                && (slots.has("limiting") || numbers("number").contains(allowed)));
        if (!fits(allowed, ordinals) || (!isNext && !isOver)) {
            return SlotReading.open(slots, 429);
        }
        return SlotReading.of(
                new Condition.OverLimit(
                        isNext ? OptionalInt.of(allowed + 1) : OptionalInt.empty()));
    }

    /// Every number is that of the limit or of its stretch of time.
    private boolean fits(int allowed, List<Integer> ordinals) {
        Duration window = limit.orElseThrow().window();
        List<Duration> units =
                slots.keys("often").stream()
                        .map(Words::singular)
                        .flatMap(word -> Optional.ofNullable(UNITS.get(word)).stream())
                        .toList();
        boolean isWindow =
                units.stream().allMatch(unit -> window.toSeconds() % unit.toSeconds() == 0);
        List<Integer> others =
                numbers("number").stream().filter(number -> number != allowed).toList();
        boolean isCounted =
                others.isEmpty()
                        ? units.stream().allMatch(unit -> unit.equals(window))
                        : units.size() == 1
                                && others.equals(
                                        List.of(
                                                (int)
                                                        (window.toSeconds()
                                                                / units.getFirst().toSeconds())));
        return isWindow
                && isCounted
                && (ordinals.isEmpty() || ordinals.equals(List.of(allowed + 1)));
    }

    private List<Integer> numbers(String kind) {
        return slots.keys(kind).stream().map(key -> Numbers.whole(key).orElse(-1)).toList();
    }
}
