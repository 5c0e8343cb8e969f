package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;

/// What a criterion expects of the answer, or of the world after it.
public sealed interface Expectation {
    /// What is listed, and how.
    sealed interface OfList extends Expectation
            permits AtMostElements,
                    SortedBy,
                    SortedByAge,
                    OnlyWhere,
                    OnlyMatching,
                    IsPage,
                    CountsInHeader,
                    CountsAll {}

    record Status(int code) implements Expectation {}

    /// A success, whose status the criterion does not name.
    record Succeeds() implements Expectation {}

    /// A refusal, whose status the criterion does not name.
    record IsRefused() implements Expectation {}

    /// The answer has this header, with the meaning that the header's own standard gives it.
    record Header(String name) implements Expectation {}

    /// The answer has this header, with this value.
    record HeaderIs(String name, String value) implements Expectation {}

    /// The body is the resource, with the fields that the spec lists for the response.
    record Resource() implements Expectation {}

    /// The body is a list of the resources.
    record ResourceList() implements Expectation {}

    /// The body is an empty list.
    record EmptyList() implements Expectation {}

    /// The answer has no body.
    record EmptyBody() implements Expectation {}

    /// The body names each field that is invalid.
    record NamesInvalidFields() implements Expectation {}

    /// The body has the project's own code for what is wrong.
    record HasErrorCode(String code) implements Expectation {}

    /// The body says what is wrong.
    record ExplainsError() implements Expectation {}

    /// The body is a problem document (RFC 9457).
    record IsProblemDocument() implements Expectation {}

    /// The body has these fields.
    record HasFields(List<String> names) implements Expectation {
        public HasFields {
            names = List.copyOf(names);
        }
    }

    /// The body has not these fields, nor their values.
    ///
    /// @param names in the spec's own words: `passwordHash`, or `email address`
    record LacksFields(List<String> names) implements Expectation {
        public LacksFields {
            names = List.copyOf(names);
        }
    }

    /// A field of the body has this value.
    record FieldIs(String name, String value) implements Expectation {}

    /// A field of the body is the time at which the request was served.
    record FieldIsNow(String name) implements Expectation {}

    /// All other things of the kind are as they were.
    record OthersStay() implements Expectation {}

    /// Something else that the resource has to do with is in this state afterwards.
    ///
    /// @param noun what the spec calls it: `animal`
    record OtherIs(String noun, String state) implements Expectation {}

    /// A field of the body tells who sent the request.
    ///
    /// @param whateverIsSent whether that holds where the body says someone else
    record FieldIsCaller(String name, boolean whateverIsSent) implements Expectation {}

    /// A field of the body is what a field of the request was.
    record FieldIsSent(String name, String field) implements Expectation {}

    /// A later reading finds that these values are what the request made of them.
    record StoresFields(List<String> names) implements Expectation {
        public StoresFields {
            names = List.copyOf(names);
        }
    }

    /// The resource is still there: a later reading finds it.
    record StillThere() implements Expectation {}

    /// The list is sorted by the time at which the resources were made.
    record SortedByAge(Direction direction) implements OfList {}

    /// The list is sorted by this field.
    ///
    /// @param then what decides between those that are the same in it, one after the other
    record SortedBy(String name, Direction direction, List<SortKey> then) implements OfList {
        public SortedBy {
            then = List.copyOf(then);
        }

        public SortedBy(String name, Direction direction) {
            this(name, direction, List.of());
        }
    }

    /// A field that decides the order of what is the same in the fields before it.
    record SortKey(String name, Direction direction) {}

    /// Which end of the order comes first.
    enum Direction {
        ASCENDING,
        DESCENDING
    }

    /// The list has only the caller's own resources.
    record OnlyOwn() implements Expectation {}

    /// Every element of the list has this value in this field.
    record OnlyWhere(String name, String value) implements OfList {}

    /// The list has only what the values of the query select.
    ///
    /// @param words the criterion's own words for what that is
    record OnlyMatching(String words) implements OfList {}

    /// The list is the part of all resources that the query asks for.
    ///
    /// @param page which page it is said to be, counted from 1; empty where single resources are named
    /// @param elements which resources of all it is said to have, counted from 1
    record IsPage(OptionalInt page, List<Integer> elements) implements OfList {
        public IsPage {
            elements = List.copyOf(elements);
        }
    }

    /// A field of the body counts all that the query selects, on whatever page.
    record CountsAll(String name) implements OfList {}

    /// A header of the answer counts all that the query selects, on whatever page.
    record CountsInHeader(String header) implements OfList {}

    /// These fields have the values that they had before; all that are not sent, where none is named.
    record FieldsKept(List<String> names) implements Expectation {
        public FieldsKept {
            names = List.copyOf(names);
        }
    }

    /// The list has no more elements.
    record AtMostElements(int count) implements OfList {}

    /// Nothing is stored, changed or deleted.
    record ChangesNothing() implements Expectation {}

    /// What was sent is seen by a later reading.
    record IsStored() implements Expectation {}

    /// A later reading finds this value in a field of the resource.
    record StoredIs(String name, String value) implements Expectation {}

    /// A list of the body is empty.
    record EmptyField(String name) implements Expectation {}

    /// The resource is gone: a later reading does not find it.
    record IsGone() implements Expectation {}
}
