package kiro.spec.rule;

import java.util.Optional;

/// The language that a spec is written in.
///
/// @param name a code such as `en`, or what is known of it
/// @param words those that the rules look for; empty where there are none of this language
record Language(String name, Optional<WordList> words) {
    static final String ENGLISH = "en";

    boolean isEnglish() {
        return name.equals(ENGLISH);
    }
}
