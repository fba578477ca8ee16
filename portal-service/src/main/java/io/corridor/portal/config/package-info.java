/** Spring configuration of the portal: security, database, consumers, web. */
@NullMarked
package io.corridor.portal.config;

import org.jspecify.annotations.NullMarked;
