/** The pages to read, and the accessibility statement. */
package se.varna.reading.web;
