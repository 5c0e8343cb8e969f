/// The project on disk: its root, its paths, its git state, its layout.
@NullMarked
package kiro.workspace;

import org.jspecify.annotations.NullMarked;
