/** The pages on which the directory is kept. */
package se.varna.staffing.web;
