"""What Padan and other open programs make of the same documents: what they translate, what they keep."""
