/// The gate before a merge: whether a change owes a spec, and whether the spec that it names is met.
@NullMarked
package kiro.gate;

import org.jspecify.annotations.NullMarked;
