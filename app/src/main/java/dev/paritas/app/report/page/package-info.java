/** What the page of a report shows, and the class that is made of its template. */
@NullMarked
package dev.paritas.app.report.page;

import org.jspecify.annotations.NullMarked;
