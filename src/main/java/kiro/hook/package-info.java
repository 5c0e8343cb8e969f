/// Events that start work: which hooks there are, when each fits, and how it runs.
@NullMarked
package kiro.hook;

import org.jspecify.annotations.NullMarked;
