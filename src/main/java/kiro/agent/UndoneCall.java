package kiro.agent;

import java.util.function.UnaryOperator;

/// Something that the model set out to do in a run, and that was not done by its end.
///
/// @param subject a file, or a command
/// @param reason one line for people
public record UndoneCall(String subject, String reason, Cause cause) {
    /// Why it was not done.
    public enum Cause {
        /// It could not be: the call was wrong, or it was made and did not succeed.
        FAILED,
        /// The policy forbids it, or a person would have had to be asked and was not there.
        FORBIDDEN,
        /// A person was asked and said no.
        DECLINED
    }

    /// The same with other words.
    UndoneCall withTexts(UnaryOperator<String> words) {
        return new UndoneCall(words.apply(subject), words.apply(reason), cause);
    }
}
