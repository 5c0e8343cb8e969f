/// A model that answers from a script: drives the loop in tests, records and replays.
@NullMarked
package kiro.model.scripted;

import org.jspecify.annotations.NullMarked;
