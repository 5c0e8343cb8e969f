/// From the sentences of steering files to rules: which say what a machine can check, and which are guidance.
@NullMarked
package kiro.steering.sentence;

import org.jspecify.annotations.NullMarked;
