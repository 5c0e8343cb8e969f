package kiro.infer;

/// One way in which a function ends: with a status, or by an error.
///
/// @param status 0 where the error's type decides it
/// @param cause the type of the error; empty where there is none
/// @param method the one that it is for; empty for all
/// @param condition in words, with code in backquotes; empty for always
/// @param message the text that goes with it; empty for none
record Answer(
        int status, String cause, String method, String condition, String message, Place place) {
    static Answer of(int status, String condition, Place place) {
        return new Answer(status, "", "", condition, "", place);
    }

    Answer withStatus(int known) {
        return new Answer(known, cause, method, condition, message, place);
    }

    Answer withCondition(String known) {
        return new Answer(status, cause, method, known, message, place);
    }

    boolean isSuccess() {
        return status >= 200 && status < 400;
    }
}
