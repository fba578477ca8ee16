/** The alignment campaign: letters, answers, practices by proximity, declines (domain.md 1.6). */
@NullMarked
package io.corridor.attribution.campaign;

import org.jspecify.annotations.NullMarked;
