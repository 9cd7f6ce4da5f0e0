/** The support line's pages. */
package se.varna.supportline.web;
