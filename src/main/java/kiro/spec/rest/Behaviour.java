package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Something else that a spec says of an endpoint, and that was understood.
public sealed interface Behaviour {
    /// An optional field that is absent or null loses its value.
    record ClearsAbsentFields() implements Behaviour {}

    /// A field that is absent keeps its value.
    record KeepsAbsentFields() implements Behaviour {}

    /// A field of a partial update that is null loses its value.
    record ClearsNull(String field) implements Behaviour {}

    /// These values are in no answer.
    ///
    /// @param names in the spec's own words: `passwordHash`, or `email address`
    record HidesFields(List<String> names) implements Behaviour {
        public HidesFields {
            names = List.copyOf(names);
        }
    }

    /// These values are in no log.
    record DoesNotLog(List<String> names) implements Behaviour {
        public DoesNotLog {
            names = List.copyOf(names);
        }
    }

    /// The project gets no new dependency.
    record AddsNoDependency() implements Behaviour {}

    /// What exists keeps its behaviour.
    record KeepsExistingBehaviour() implements Behaviour {}

    /// These properties of the resource, in the spec's words, are not changed.
    record KeepsFields(List<String> names) implements Behaviour {
        public KeepsFields {
            names = List.copyOf(names);
        }
    }

    /// The endpoint changes nothing.
    record ReadsOnly() implements Behaviour {}

    /// A field of the answer or of the stored resource gets this value by itself.
    record SetsField(String name, Source source) implements Behaviour {}

    /// Where a value comes from that the caller does not send.
    enum Source {
        CALLER,
        NOW,
        GENERATED
    }

    /// A field of the resource gets this value by itself, in the spec's own words.
    record SetsTo(String name, String value) implements Behaviour {}

    /// A property of the resource gets the value that a field of the body has.
    record SetsFrom(String name, String field) implements Behaviour {}

    /// Users with one of these roles may do it, whosever the resource is.
    record Exempts(List<String> roles) implements Behaviour {
        public Exempts {
            roles = List.copyOf(roles);
        }
    }

    /// Users with one of these roles may do it.
    record Admits(List<String> roles) implements Behaviour {
        public Admits {
            roles = List.copyOf(roles);
        }
    }

    /// Everyone who may call at all may do it: the spec says so.
    record AdmitsEveryone() implements Behaviour {}

    /// What a path leads to has no more of these than so many.
    record HoldsAtMost(int count, String nouns) implements Behaviour {}

    /// There are at most as many of them as a number of what they belong to says.
    record HoldsUpTo(String limit) implements Behaviour {}

    /// What is stored of the resource stays there.
    record KeepsRecord() implements Behaviour {}

    /// The resource is brought into this state.
    record Brings(String state) implements Behaviour {}

    /// It can be done only until a time that is stored, of the thing or of what a new one belongs to.
    record OnlyUntil(String name) implements Behaviour {}

    /// The owner that the spec speaks of is that of this thing: "the ride's driver".
    record OwnedThrough(String thing) implements Behaviour {}

    /// It can be done only while something else that the resource has to do with is in one of these states.
    ///
    /// @param noun what the spec calls it: `animal`
    record OtherOnlyIn(String noun, List<String> states) implements Behaviour {
        public OtherOnlyIn {
            states = List.copyOf(states);
        }
    }

    /// It brings something else into a state.
    record BringsOther(String noun, String state) implements Behaviour {}

    /// It can only be done where the resource is in one of these states.
    record OnlyIn(List<String> states) implements Behaviour {
        public OnlyIn {
            states = List.copyOf(states);
        }
    }

    /// It cannot be done where the resource is in one of these states.
    record NotIn(List<String> states) implements Behaviour {
        public NotIn {
            states = List.copyOf(states);
        }
    }

    /// It can be done where the resource is in one of these states, too.
    record AlsoIn(List<String> states) implements Behaviour {
        public AlsoIn {
            states = List.copyOf(states);
        }
    }

    /// It cannot be done where something of this name belongs to the resource.
    record NotWith(String nouns) implements Behaviour {}

    /// A number never becomes lower than it was.
    record NeverLower(String name) implements Behaviour {}

    /// The resource belongs to the user whom this property of it names.
    record BelongsTo(String name) implements Behaviour {}

    /// The list is sorted by the time at which the resources were made.
    record SortsByAge(Expectation.Direction direction) implements Behaviour {}

    /// The list is sorted by this field.
    ///
    /// @param then what decides between those that are the same in it, one after the other
    record Sorts(String name, Expectation.Direction direction, List<Expectation.SortKey> then)
            implements Behaviour {
        public Sorts {
            then = List.copyOf(then);
        }

        public Sorts(String name, Expectation.Direction direction) {
            this(name, direction, List.of());
        }
    }

    /// The list has only the caller's own resources.
    record ListsOnlyOwn() implements Behaviour {}

    /// The list has only resources whose field of this name has the value of the query parameter of
    /// this name, where one is sent.
    record FiltersBy(String name) implements Behaviour {}

    /// The list never has more elements.
    record ListsAtMost(int count) implements Behaviour {}

    /// Fields of a request that the spec does not list have no effect.
    record IgnoresUnknownFields() implements Behaviour {}

    /// How a caller says who they are.
    record AuthenticatesBy(Scheme scheme) implements Behaviour {}

    /// The header of the request in which a caller says who they are.
    record ShownIn(String header) implements Behaviour {}

    /// No two resources have the same value in this field.
    record Unique(String name, Letters letters) implements Behaviour {}

    /// No two resources of the same parent have the same value in this field.
    ///
    /// @param parent what they belong to, in the spec's own word: `project`
    record UniqueWithin(String name, Letters letters, String parent) implements Behaviour {}

    /// A new one has a value that lies so to those of all others of the same parent.
    ///
    /// @param step how far beyond theirs it lies at least
    /// @param parent what they belong to, in the spec's own word; empty where it has none
    record AmongSiblings(
            String name,
            FieldRule.Order order,
            BigDecimal step,
            Optional<String> parent,
            Origin origin)
            implements Behaviour {}

    /// Where a rule comes from.
    enum Origin {
        /// The spec says it.
        SAID,
        /// A criterion alone refuses what is against it.
        REFUSED
    }

    /// The time from the one of two fields to the other overlaps with that of no other one of the same parent.
    ///
    /// @param span the fields; empty where it is not clear which they are
    /// @param parent what they belong to, in the spec's own word; empty where it has none
    record NoOverlap(Optional<Span> span, Optional<String> parent, Origin origin)
            implements Behaviour {}

    /// Two fields with a stretch of time.
    ///
    /// @param start the field with when it begins
    record Span(String start, String end) {
        boolean has(String field) {
            return start.equals(field) || end.equals(field);
        }
    }

    /// Whether two overlap of which the one begins when the other ends.
    record EndsTouch(boolean overlap) implements Behaviour {}

    /// Others in these states do not count where things must not overlap.
    record Uncounted(List<String> states) implements Behaviour {
        public Uncounted {
            states = List.copyOf(states);
        }
    }

    /// A caller makes no second one for the same parent.
    record OncePerCaller() implements Behaviour {}

    /// When two texts are the same.
    enum Letters {
        EXACTLY,
        IGNORING_CASE
    }

    /// What a caller shows to say who they are.
    enum Scheme {
        BEARER_TOKEN,
        API_KEY,
        BASIC,
        SESSION
    }

    /// A requirement, not a criterion, says what follows in a situation.
    record Answers(Condition condition, List<Expectation> expectations) implements Behaviour {
        public Answers {
            expectations = List.copyOf(expectations);
        }
    }
}
