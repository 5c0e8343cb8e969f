package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The situation that a criterion speaks of.
public sealed interface Condition {
    /// Everything about the request is in order.
    record Valid() implements Condition {}

    /// In order, and these fields or parameters are left out.
    record Without(List<String> fields) implements Condition {
        public Without {
            fields = List.copyOf(fields);
        }
    }

    /// Fields break their rules: the ones named, or any where none is.
    record InvalidFields(List<BrokenField> fields) implements Condition {
        public InvalidFields {
            fields = List.copyOf(fields);
        }
    }

    /// A field, and how it breaks its rules where the criterion says so.
    record BrokenField(String name, Optional<Break> how) {}

    /// A way to break a rule.
    enum Break {
        MISSING,
        BLANK,
        TOO_LONG,
        TOO_SHORT,
        TOO_SMALL,
        TOO_LARGE,
        WRONG_FORM,
        NOT_ALLOWED,
        WRONG_TYPE
    }

    /// A text has exactly so many characters; whether that breaks a rule, the rules say.
    record LengthIs(String field, int length) implements Condition {}

    /// A field or parameter has exactly this value; whether that breaks a rule, the rules say.
    record ValueIs(String field, String value) implements Condition {}

    /// Whether a field breaks a rule depends on something else: on another field, on what is stored.
    sealed interface OfOther extends Condition
            permits Compares, MissingReference, OfStored, AmongSiblings, Overlaps {}

    /// What is stored forbids what is asked for.
    sealed interface OfStored extends OfOther permits OtherInState, TimePassed {}

    /// A field has a value that lies so to that of another one; whether that breaks a rule, the rules say.
    record Compares(String field, Relation relation, String other, Against against)
            implements OfOther {}

    /// A field has a value that lies so to the best one of those that others of the same parent have; whether that breaks
    /// a rule, the rules say.
    record AmongSiblings(String field, Relation relation) implements OfOther {}

    /// The time of a thing lies so to that of another one.
    ///
    /// @param word what they belong to, or the state of the other one; empty where the criterion has none
    record Overlaps(Overlap how, Optional<String> word) implements OfOther {}

    /// How two stretches of time lie to each other, and whether that counts.
    enum Overlap {
        /// They have time in common.
        OVERLAPS,
        /// The one begins when the other ends.
        TOUCHES,
        /// They have time in common, and belong to different things.
        ELSEWHERE,
        /// They have time in common, and the other one is in a state in which it does not count.
        UNCOUNTED
    }

    /// How one value lies to another: earlier or smaller, the same, later or greater.
    enum Relation {
        LESS,
        SAME,
        MORE;

        /// How the other one lies to this.
        public Relation turned() {
            return switch (this) {
                case LESS -> MORE;
                case SAME -> SAME;
                case MORE -> LESS;
            };
        }
    }

    /// Which value of the other field is compared.
    enum Against {
        SENT,
        STORED
    }

    /// Nothing is there of what a field of the body refers to.
    ///
    /// @param noun what the spec calls it: `courier`
    record MissingReference(String field, String noun) implements OfOther {}

    /// Something else that the resource, or the body, has the key of is in a state that forbids what is asked for; or is not
    /// in the one that allows it.
    ///
    /// @param noun what the spec calls it: `animal`
    /// @param words the criterion's words for the situation
    record OtherInState(String noun, String words, String state, boolean isIn)
            implements OfStored {}

    /// A time that is stored, of the thing or of what a new one belongs to, lies in the past.
    record TimePassed(String name) implements OfStored {}

    /// Several parameters of the query have these values, and break no rule.
    record WithQuery(List<ValueIs> parameters) implements Condition {
        public WithQuery {
            parameters = List.copyOf(parameters);
        }
    }

    /// The body has a field that the spec does not list.
    record UnknownField() implements Condition {}

    /// The same request was sent before, and had its effect.
    record Repeated() implements Condition {}

    /// The body cannot be read at all.
    record MalformedBody() implements Condition {}

    /// A path parameter has not the form of an id.
    record MalformedId() implements Condition {}

    /// The body has a media type that is not accepted.
    record UnsupportedMediaType() implements Condition {}

    /// The body is larger than is accepted.
    record BodyTooLarge() implements Condition {}

    /// The caller does not say who they are, or not validly.
    record Unauthenticated(Credential credential) implements Condition {}

    /// What is wrong with what the caller shows.
    enum Credential {
        MISSING,
        INVALID,
        /// The caller is known, and the password is not theirs.
        WRONG_PASSWORD,
        MISSING_OR_INVALID
    }

    /// The resource belongs to someone else.
    record ForeignResource() implements OfOwner {}

    /// The resource is the caller's own.
    record OwnResource() implements OfOwner {}

    /// Whose the resource is.
    sealed interface OfOwner extends Condition permits ForeignResource, OwnResource {}

    /// The caller has none of these roles.
    record WithoutRole(List<String> roles) implements Condition {
        public WithoutRole {
            roles = List.copyOf(roles);
        }
    }

    /// The caller has one of these roles, and does not own the resource.
    record WithRole(List<String> roles) implements Condition {
        public WithRole {
            roles = List.copyOf(roles);
        }
    }

    /// The resource does not exist.
    ///
    /// @param noun the criterion's word for it; empty where it has none
    record MissingResource(Optional<String> noun) implements Condition {}

    /// What a list is asked for, or what there is to list.
    sealed interface OfList extends Condition
            permits NothingThere, NothingMatches, FiltersCombined, FilteredBy {}

    /// There is nothing to list.
    record NothingThere() implements OfList {}

    /// There is something to list, and nothing that the query selects.
    ///
    /// @param parameter what selects, where the criterion names it
    record NothingMatches(Optional<String> parameter) implements OfList {}

    /// The caller has sent more than the limit allows.
    ///
    /// @param request which request in a row it is, where the criterion counts
    record OverLimit(OptionalInt request) implements Condition {}

    /// The caller has sent no more than the limit allows.
    ///
    /// @param request which request in a row it is, where the criterion counts
    record WithinLimit(OptionalInt request) implements Condition {}

    /// The caller was over the limit, and the window has passed since.
    record LimitRenewed() implements Condition {}

    /// Another caller is over the limit.
    record OtherCallerOverLimit() implements Condition {}

    /// What the request would add is there already, as often as it may be.
    sealed interface Taken extends Condition
            permits Duplicate, DuplicateInOtherCase, SecondByCaller, Full {}

    /// Another resource has the same value already.
    ///
    /// @param field the value's field, where the criterion names it
    record Duplicate(Optional<String> field) implements Taken {}

    /// Another resource has the same value already, but for upper and lower case.
    record DuplicateInOtherCase(String field) implements Taken {}

    /// The caller has made one for the same parent already.
    record SecondByCaller() implements Taken {}

    /// The resource itself has the value already that is sent, and nobody else may have it.
    record OwnValue(String field) implements Condition {}

    /// The resource is in a state that forbids the change.
    ///
    /// @param words the criterion's own words for it
    /// @param state the word that names the state: `shipped`
    record Conflict(String words, String state) implements Condition {}

    /// What the path leads to has as many as it may have.
    record Full() implements Taken {}

    /// The resource is in another state than this one.
    ///
    /// @param words the criterion's own words for it
    /// @param state the word that names the state in which it is not: `draft`
    record OutOfState(String words, String state) implements Condition {}

    /// Something of this name belongs to the resource.
    record HasDependents(String nouns) implements Condition {}

    /// The resource is in a state in which it can be done.
    ///
    /// @param words the criterion's own words for it
    /// @param state the word that names the state: `free`
    record InState(String words, String state) implements Condition {}

    /// The resource belongs to another one than the path says.
    record OfOtherParent(String noun) implements Condition {}

    /// The body is an object without fields.
    record EmptyObject() implements Condition {}

    /// Several filters are sent together; these, or all where none is named.
    record FiltersCombined(List<String> parameters) implements OfList {
        public FiltersCombined {
            parameters = List.copyOf(parameters);
        }
    }

    /// A query selects by this parameter, whatever its value.
    record FilteredBy(String parameter) implements OfList {}

    /// A number is lower than the one that is stored.
    record LowerThanStored(String field) implements Condition {}
}
