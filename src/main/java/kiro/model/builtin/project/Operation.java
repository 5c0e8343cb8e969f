package kiro.model.builtin.project;

/// Something that a storage can do.
///
/// @param method the method's name
/// @param result what it answers
/// @param isThere whether the project has it; else it has to be written before it is used
public record Operation(String method, Result result, boolean isThere) {
    Operation(String method, Result result) {
        this(method, result, true);
    }

    /// One that has to be written.
    public static Operation planned(String method, Result result) {
        return new Operation(method, result, false);
    }

    /// What is done.
    public enum Kind {
        FIND,
        /// Stores an object that is new, or any.
        SAVE,
        /// Stores an object that is there already, where that is something else.
        UPDATE,
        /// Deletes by id.
        DELETE,
        /// Deletes the object itself.
        DELETE_OBJECT,
        LIST,
        NEXT_ID
    }

    /// What a call answers.
    public enum Result {
        OPTIONAL,
        /// The object, or null where there is none.
        OBJECT,
        /// The key that what is stored has then.
        KEY,
        COLLECTION,
        STREAM,
        NOTHING
    }
}
