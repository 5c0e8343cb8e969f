/// Folders in which build tools within the walls keep what they fetch.
@NullMarked
package kiro.sandbox.store;

import org.jspecify.annotations.NullMarked;
