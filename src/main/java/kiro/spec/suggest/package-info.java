/// The acceptance criteria that a spec implies and lacks, each with the sentence that it follows from.
@NullMarked
package kiro.spec.suggest;

import org.jspecify.annotations.NullMarked;
