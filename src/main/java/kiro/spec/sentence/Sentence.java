package kiro.spec.sentence;

import java.util.List;
import java.util.Optional;

/// A criterion's words, as far as their form is known.
public sealed interface Sentence {
    String text();

    /// What it says about the answer to an HTTP request.
    Optional<HttpOutcome> outcome();

    /// A sentence in one of the forms of EARS.
    ///
    /// @param clauses in the order of the sentence
    /// @param system who responds; empty where there is no modal verb to tell it from the response
    /// @param modal empty where the response stands in the present tense: `When x, the API returns y`
    /// @param response what is done, without the modal verb and `not`
    /// @param isNegated whether it says what is not done
    record Ears(
            String text,
            List<Clause> clauses,
            Optional<Phrase> system,
            Optional<Binding> modal,
            Phrase response,
            boolean isNegated,
            Optional<HttpOutcome> outcome)
            implements Sentence {
        public Ears {
            clauses = List.copyOf(clauses);
        }

        public EarsForm form() {
            return EarsForm.of(clauses);
        }
    }

    /// A modal verb and where it stands.
    record Binding(Modal modal, Phrase at) {}

    /// A statement about an HTTP answer in the present tense: `PUT /x returns 403 when y`.
    record Outcome(String text, HttpOutcome http) implements Sentence {
        @Override
        public Optional<HttpOutcome> outcome() {
            return Optional.of(http);
        }
    }

    /// Any other.
    record Plain(String text) implements Sentence {
        @Override
        public Optional<HttpOutcome> outcome() {
            return Optional.empty();
        }
    }
}
